endorsement-title = Chi aderisce
endorsement-lead = Con l’adesione una realtà fa suo un testo preciso: una versione del Documento o della Carta. Può ritirarla quando vuole.
endorsement-members = { $count ->
    [0] Nessuna realtà fa ancora parte della rete.
    [one] Una realtà fa parte della rete.
   *[other] { $count } realtà fanno parte della rete.
 }
endorsement-versions = Versioni
endorsement-work-document = Documento di consenso
endorsement-work-charter = Carta
endorsement-document = Documento di consenso, { $label }
endorsement-charter = Carta, versione { $label }
endorsement-count = { $count ->
    [0] nessuna adesione
    [one] una adesione
   *[other] { $count } adesioni
 }
endorsement-who = Le realtà che aderiscono
endorsement-nobody = Ancora nessuna realtà aderisce a questa versione.
endorsement-column-organisation = Realtà
endorsement-column-place = Luogo
endorsement-column-since = Dal
endorsement-column-month = Mese
endorsement-column-count = Adesioni
endorsement-over-time = Le adesioni nel tempo
endorsement-span = Da { $from } a { $until }. Oggi le adesioni sono { $count }.
endorsement-over-time-table = Vedi i numeri
endorsement-empty = Non c’è ancora un testo a cui aderire
endorsement-empty-text = Quando il Documento o la Carta saranno caricati, le realtà potranno aderire da qui.
endorsement-organisation-title = Adesioni: { $name }
endorsement-network = La rete
endorsement-network-none = Questa realtà non fa ancora parte della rete.
endorsement-member-since = Fa parte della rete dal { $from }.
endorsement-member-until = Ha fatto parte della rete dal { $from } al { $until }.
endorsement-join = Entra nella rete
endorsement-leave = Uscire dalla rete
endorsement-leave-text = La realtà non conta più tra quelle della rete. La scheda e le adesioni ai testi restano. Potete rientrare quando volete.
endorsement-leave-go = Esci dalla rete
endorsement-joined = La realtà ora fa parte della rete.
endorsement-left = La realtà non fa più parte della rete.
endorsement-texts = I testi
endorsement-none = Questa realtà non ha ancora aderito a un testo.
endorsement-stands = Aderisce
endorsement-withdrawn = Ritirata
endorsement-on = dal { $on }.
endorsement-stood-from = Valeva dal { $on }.
endorsement-withdrawn-on = Ritirata il { $on }.
endorsement-by = Ha firmato { $name }.
endorsement-signer-unknown = una persona che non è più registrata
endorsement-version-gone = Versione non più disponibile
endorsement-withdraw = Ritira l’adesione
endorsement-was-withdrawn = L’adesione è ritirata. Resta scritto che c’è stata.
endorsement-new = Aderisci a un testo
endorsement-new-text = Firmi a nome della realtà. Leggi prima il testo: l’adesione vale per quella versione e non per le prossime.
endorsement-all-done = La realtà aderisce già a tutte le versioni disponibili.
endorsement-version = A quale versione
endorsement-capacity = In quale veste firmi
endorsement-capacity-hint = Per esempio: presidente, direttrice del dipartimento.
endorsement-sure = Ho letto il testo e posso firmare a nome della realtà.
endorsement-invalid-sure = Conferma che puoi firmare a nome della realtà.
endorsement-invalid-twice = La realtà aderisce già a questa versione.
endorsement-sign = Aderisci
endorsement-signed = L’adesione è registrata.
endorsement-to-list = Tutte le adesioni
endorsement-step-sign = Leggi la Carta, versione { $version }, e decidi se { $name } aderisce
endorsement-step-sign-why = È la versione in vigore. L’adesione dice alla rete che la fate vostra.

retention-endorsement = Le adesioni sono della realtà e restano. Se chi ha firmato cancella i suoi dati, il nome scompare.
