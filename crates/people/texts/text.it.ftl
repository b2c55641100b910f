text-title = I tuoi testi
text-lead = Sono tuoi. Nessuno li legge, se non li condividi tu; puoi togliere la condivisione quando vuoi.
text-story = La mia storia
text-story-what = L’autonarrazione: quello che hai vissuto, con le tue parole.
text-expectations = Le mie attese
text-expectations-what = Che cosa ti muove e che cosa ti aspetti. Si rileggono insieme a ogni passo.
text-well-being = Come sto
text-well-being-what = Appunti sul tuo stare bene, solo per te o per chi scegli tu.
text-changed = Ultima modifica: { $time }.
text-readers = { $count ->
    [0] Non è condiviso con nessuno.
    [one] È condiviso con una persona.
   *[other] È condiviso con { $count } persone.
 }
text-not-yet = Non hai ancora scritto niente.
text-how-kept = I testi sono cifrati con una chiave solo tua. Se cancelli i tuoi dati, la chiave viene distrutta e nessuno può più leggerli.
text-text = Il tuo testo
text-version = Versione
text-save = Salva il testo
text-saved = Il testo è salvato.
text-changed-meanwhile = Hai cambiato questo testo in un’altra finestra. Quello che hai scritto è ancora qui: copialo, riapri la pagina e confronta.
text-share-title = Con chi lo condividi
text-share-write-first = Prima scrivi e salva il testo. Poi puoi condividerlo.
text-share-text = Chi legge deve entrare in Alla pari con l’indirizzo che scrivi. Ogni lettura resta nella tua traccia, con il motivo.
text-share-nobody = Ora lo leggi solo tu.
text-share-email = Indirizzo di chi può leggere
text-share-email-hint = Non diciamo se a questo indirizzo corrisponde qualcuno.
text-share-button = Condividi
text-shared = Il testo è condiviso con quell’indirizzo.
text-mail-subject = Puoi leggere un testo
text-mail-body =
    Ciao,

    su Alla pari una persona condivide un testo con te. Entra con questo indirizzo di posta e aprilo qui:

    { $link }

    Chi l’ha scritto vede quando lo leggi e perché. Può togliere la condivisione in ogni momento.
text-step-shared = Leggi i testi che altre persone condividono con te da poco: { $number }
text-step-shared-why = Ti ha dato fiducia. Prima di leggere dici il motivo, e chi scrive lo vede.
text-unshare = Togli
text-unshare-label = Togli la condivisione con { $reader }
text-unshared = La condivisione è tolta, da subito.
text-remove-title = Elimina il testo
text-remove-text = Il testo sparisce subito, anche per chi lo poteva leggere. Non si può tornare indietro.
text-remove-sure = Voglio eliminare questo testo.
text-invalid-sure = Per eliminare il testo, conferma qui.
text-remove-button = Elimina il testo
text-removed = Il testo è eliminato.
text-shared-title = Testi condivisi con te
text-shared-lead = Una persona ti ha dato fiducia. Ogni volta che leggi, lei vede chi ha letto e perché.
text-shared-link = { $count ->
    [0] Nessuno condivide testi con te
    [one] Una persona condivide un testo con te
   *[other] { $count } testi condivisi con te
 }
text-shared-none-title = Nessun testo condiviso con te
text-shared-none-text = Quando qualcuno condivide con te un suo testo, lo trovi qui.
text-read-title = { $what } – { $name }
text-read-before = Prima di leggere, di’ perché: { $name } lo vedrà nella sua traccia.
text-purpose = Perché lo leggi
text-purpose-conversation = Per preparare un colloquio insieme
text-purpose-path = Per accompagnare il suo percorso
text-purpose-testimony = Per preparare insieme una testimonianza
text-read-button = Leggi il testo
text-read-traced = Questa lettura è nella traccia della persona.
