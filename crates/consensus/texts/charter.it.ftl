charter-title = Leggi la Carta
charter-lead = La Carta dice in articoli ciò che la conferenza ha condiviso. Ogni articolo nasce dal Documento di consenso; alcuni portano regole che il programma verifica.
charter-name = Carta nazionale
charter-version-label = Versione { $label }
charter-in-force-since = In vigore dal { $day }
charter-past-since = Adottata il { $day }, non più in vigore
charter-adopted-on = Adottata il { $day }
charter-draft-state = Bozza, non ancora adottata
charter-empty-title = Qui leggerai la Carta
charter-empty-text = La prima versione compare al primo avvio del programma. Se non la vedi, scrivi a chi lo amministra.
charter-contents = Gli articoli
charter-article = Articolo { $number }
charter-article-heading = { $number }. { $title }
charter-rests-on = Da dove viene
charter-rests-on-statement = Passo del Documento:
charter-rules-here = Regole di questo articolo
charter-rule-name = Regola { $code }
charter-parameters = Valori della regola
charter-parameter-column = Che cosa
charter-value-column = Valore
charter-origin-column = Da dove viene il valore
charter-all-rules = Tutte le regole in breve
charter-ways = Altri modi di leggerla
charter-as-text = Testo semplice
charter-as-pdf = PDF da stampare
charter-as-versions = Tutte le versioni
charter-as-findings = Che cosa dice la Carta sulla rete
charter-as-document = Il Documento di consenso
charter-as-data = Dati per chi programma

charter-versions-title = Le versioni della Carta
charter-versions-lead = Una versione adottata non cambia più. Puoi leggerle tutte e confrontarle.
charter-versions-caption = Versioni della Carta, dalla più recente
charter-versions-label = Versione
charter-versions-state = Stato
charter-versions-day = Adottata il
charter-versions-actions = Che cosa puoi fare
charter-state-in-force = In vigore
charter-state-past = Superata
charter-state-draft = Bozza
charter-versions-read = Leggi la versione { $label }
charter-versions-edit = Modifica la bozza { $label }
charter-versions-compare = Confronta due versioni
charter-compare-da = Da questa versione
charter-compare-a = A questa versione
charter-compare-go = Mostra che cosa cambia
charter-draft-new = Prepara una nuova versione
charter-draft-new-text = Parte dalla versione in vigore. Niente cambia finché non la adotti.
charter-draft-new-go = Crea la bozza
charter-draft-created = La bozza è pronta. Ora puoi cambiarla.
charter-edit-go = Modifica questa bozza

charter-compare-title = Che cosa cambia tra due versioni
charter-compare-lead = Dalla versione { $from } alla versione { $to }.
charter-compare-none = Le due versioni dicono le stesse cose.
charter-compare-articles = Articoli che cambiano
charter-compare-values = Valori che cambiano
charter-compare-for-whom = Per chi cambia
charter-compare-for-whom-text = Puoi vedere per quante realtà cambierebbe la risposta della Carta.
charter-compare-for-whom-go = Mostra per chi cambia
charter-change-added = Nuovo articolo: { $title }
charter-change-removed = Articolo tolto: { $title }
charter-change-reworded = Cambiano le parole: { $title }
charter-change-ground = Cambia ciò su cui poggia: { $title }
charter-change-moved = La regola { $code } passa a un altro articolo: { $title }
charter-change-before = Prima
charter-change-after = Dopo
charter-change-ground-added = Passo aggiunto:
charter-change-ground-removed = Passo tolto:
charter-change-rule = Regola
charter-change-parameter = Valore

charter-edit-title = Prepara la versione { $label }
charter-edit-lead = Cambia nome, valori e articoli. Quando la bozza è pronta, puoi adottarla.
charter-label = Nome della versione
charter-label-hint = Breve, per esempio 2 oppure 2027.
charter-edit-values = I valori delle regole
charter-edit-save = Salva nome e valori
charter-edit-saved = Abbiamo salvato la bozza.
charter-edit-articles = Gli articoli
charter-edit-article = Modifica l’articolo { $number }
charter-edit-adopt = Adotta questa versione
charter-edit-adopt-text = Da quel momento vale questa versione. Quella di prima resta leggibile. Tutte le realtà vengono verificate di nuovo.
charter-edit-adopt-go = Adotta la versione
charter-confirm = Ho letto che cosa cambia e per chi
charter-adopted-already = Questa versione è già adottata.
charter-adopted = La nuova versione è in vigore.
charter-behind = Questa bozza nasce da una versione che non vale più. Adottata così, cancellerebbe ciò che ha deciso la versione { $label }. Porta prima i suoi cambiamenti sulla versione { $label }: non si perde niente.
charter-behind-go = Porta i cambiamenti sulla versione { $label }
charter-behind-refused = La bozza non è adottata: intanto vale la versione { $label }. Porta lì i cambiamenti della bozza, rileggi che cosa cambia, poi adottala.
charter-carried = I cambiamenti della bozza partono dalla versione in vigore. Rileggi che cosa cambia prima di adottarla.
charter-carry-apart = I cambiamenti della bozza e la versione { $label } non stanno insieme: per esempio un minimo supera il suo massimo. Correggi i valori della bozza, salvali e riprova. Non si è perso niente.
charter-stale = Qualcun altro ha appena cambiato questa bozza. Quello che hai scritto è qui: controllalo e salva di nuovo.
charter-edit-drop = Elimina la bozza
charter-edit-drop-text = La bozza sparisce. Le versioni adottate restano.
charter-edit-drop-go = Elimina questa bozza
charter-dropped = Abbiamo eliminato la bozza.
charter-article-title = Modifica un articolo
charter-article-lead = Articolo { $number } della bozza { $label }.
charter-title-it = Titolo in italiano
charter-title-en = Titolo in inglese
charter-text-it = Testo in italiano
charter-text-en = Testo in inglese
charter-grounds = Passi del Documento su cui poggia
charter-grounds-hint = Un indirizzo per riga, come sezione.passo. Puoi incollare il collegamento che trovi accanto a ogni passo del Documento.
charter-invalid-ground = «{ $line }» non è l’indirizzo di un passo del Documento.
charter-invalid-lost = Nel Documento in vigore non c’è il passo «{ $line }».
charter-article-save = Salva l’articolo
charter-article-saved = Abbiamo salvato l’articolo.
charter-bounds = Da { $least } a { $most }.
charter-invalid-bounds = Scrivi un numero intero da { $least } a { $most }.
charter-invalid-crossed = Il massimo non può essere meno del minimo. Cambia uno dei due valori.
charter-invalid-label = C’è già una versione con questo nome.
charter-invalid-confirm = Prima di adottare, conferma di aver letto che cosa cambia.

charter-origin-from-source = Lo dà il Documento di consenso
charter-origin-starting-value = Il Documento non lo dice: è un valore di partenza scelto da questo progetto
charter-origin-set-by-network = Lo ha deciso la rete in una versione della Carta
charter-unit-people = { $n ->
    [one] { $n } persona
   *[other] { $n } persone
 }
charter-unit-days = { $n ->
    [one] { $n } giorno
   *[other] { $n } giorni
 }
charter-unit-months = { $n ->
    [one] { $n } mese
   *[other] { $n } mesi
 }
charter-unit-hours = { $n ->
    [one] { $n } ora
   *[other] { $n } ore
 }
charter-unit-percent = { $n } per cento
charter-unit-delegates = { $n ->
    [one] { $n } delegato o delegata
   *[other] { $n } tra delegati e delegate
 }
charter-unit-to-one = { $n } a 1

charter-i1-experts = Persone esperte nel gruppo di selezione, almeno
charter-i1-professionals = Operatori nel gruppo di selezione, almeno
charter-i4-days = Tempo massimo per dare le motivazioni
charter-i7-share = Ore di docenza tenute da persone esperte, almeno
charter-i9-hours = Formazione offerta a ciascuno, almeno
charter-i9-months = Nell’arco di
charter-i10-days = Tempo massimo senza un invito alle riunioni
charter-i11-review-days = Tempo massimo dall’ultima verifica offerta
charter-i11-intervision-days = Tempo massimo dall’ultima intervisione offerta
charter-i16-fewest-delegates = Per ogni realtà, almeno
charter-i16-most-delegates = Per ogni realtà, al massimo
charter-i16-ratio = Persone esperte per ogni operatore
charter-i16-tolerance = Scarto ammesso

charter-objective-recovery = valorizzare la recovery
charter-objective-rights = i diritti della persona
charter-objective-collaboration = la collaborazione con gli operatori
charter-objective-frame = il contesto e gli obiettivi
charter-objective-information = territorio, servizi, leggi, privacy e sicurezza
charter-objective-role = l’assunzione e il riconoscimento del ruolo
charter-objective-work = l’accesso al lavoro
charter-objective-belonging = l’appartenenza a un gruppo di lavoro
charter-area-own-experience = usare la propria esperienza per aiutare
charter-area-groups = condurre gruppi e attività creative
charter-area-critical-situations = affrontare situazioni critiche
charter-area-own-wellbeing = tutelare il proprio benessere
charter-area-institutions = istituzioni, diritti e doveri
charter-part-theory = la teoria
charter-part-practice = la pratica
charter-part-shadowing = l’affiancamento

charter-i1-title = Gruppo di selezione congiunto
charter-i1-sentence = Nel gruppo di selezione ci sono almeno { $experts } tra le persone esperte e { $professionals } tra gli operatori della realtà.
charter-i1-missing = Chi siede nei gruppi di selezione.
charter-i1-next-record = Si fa nella pagina Avvisi della realtà: apri un avviso e scegli il gruppo di selezione. La risposta comparirà qui.
charter-i1-none = La realtà non ha gruppi di selezione.
charter-i1-evidence = Gruppi di selezione congiunti: { $met } su { $all }.
charter-i1-next = Completa questi gruppi con chi manca: { $names }.

charter-i2-title = Nessun titolo di studio richiesto
charter-i2-sentence = Un avviso non chiede alcun titolo di studio.
charter-i2-missing = Che cosa chiedono gli avvisi.
charter-i2-next-record = Si fa nella pagina Avvisi della realtà: scrivi un avviso. La risposta comparirà qui.
charter-i2-none = La realtà non ha avvisi.
charter-i2-evidence = Avvisi che non chiedono titoli di studio: { $met } su { $all }.
charter-i2-next = Togli la richiesta di un titolo di studio da: { $names }.

charter-i3-title = Il colloquio come forma
charter-i3-sentence = La forma usata è il colloquio. Non si danno voti.
charter-i3-missing = In che forma si incontra chi si candida.
charter-i3-next-record = Si fa nella pagina Avvisi della realtà: scrivi in un avviso come ci si incontra. La risposta comparirà qui.
charter-i3-none = La realtà non ha avvisi.
charter-i3-evidence = Avvisi che usano soltanto il colloquio: { $met } su { $all }.
charter-i3-next = Passa al colloquio in: { $names }.
charter-i3-missing-form = { $calls ->
    [one] Un avviso non dice in che forma si incontra chi si candida.
   *[other] { $calls } avvisi non dicono in che forma si incontra chi si candida.
 }
charter-i3-next-form = Scrivi nell’avviso che si fa un colloquio.

charter-i4-title = Risposte con motivazioni
charter-i4-sentence = Entro { $days } giorni dalla chiusura, chi si è candidato riceve le motivazioni e l’offerta di un colloquio.
charter-i4-missing = Come si chiudono le candidature.
charter-i4-next-record = Si fa nella pagina Incontri con chi si candida: rispondi a chi aspetta. La risposta della Carta comparirà qui.
charter-i4-none = La realtà non ha chiuso candidature.
charter-i4-awaited = { $awaited ->
    [one] Una candidatura è chiusa da meno di { $days } giorni: c’è ancora tempo.
   *[other] { $awaited } candidature sono chiuse da meno di { $days } giorni: c’è ancora tempo.
 }
charter-i4-evidence = Candidature con motivazioni e offerta di un colloquio entro { $days } giorni: { $met } su { $all }.
charter-i4-next = { $late ->
    [one] Invia le motivazioni a chi le aspetta ancora e offri un colloquio.
   *[other] Invia le motivazioni alle { $late } persone che le aspettano e offri un colloquio.
 }

charter-i5-title = Accesso alla formazione
charter-i5-sentence = Un corso chiede soltanto un proprio percorso di recovery e propone un gruppo a chi non ne ha.
charter-i5-missing = Come si entra nei corsi.
charter-i5-next-record = Si fa nella pagina Corsi della realtà: aggiungi un corso. La risposta comparirà qui.
charter-i5-none = La realtà non ha corsi.
charter-i5-missing-part = { $courses ->
    [one] Un corso non dice come si entra.
   *[other] { $courses } corsi non dicono come si entra.
 }
charter-i5-evidence = Corsi che chiedono solo il percorso di recovery e offrono un gruppo: { $met } su { $all }.
charter-i5-next = Togli le altre condizioni e offri un gruppo in: { $names }.

charter-i6-title = Un programma completo e scritto insieme
charter-i6-sentence = Un programma copre tutti gli obiettivi e le aree, è scritto da entrambe le parti e ha teoria, pratica e affiancamento.
charter-i6-missing = Che cosa contengono i programmi dei corsi.
charter-i6-next-record = Si fa nella pagina Corsi della realtà: scrivi i moduli del corso. La risposta comparirà qui.
charter-i6-none = La realtà non ha programmi di corso.
charter-i6-coverage = { $name }: { $objectives } obiettivi su 8, { $areas } aree su 5.
charter-i6-next-coverage = { $name }: aggiungi { $lacking }.
charter-i6-joint = { $name }: scritto da persone esperte e operatori.
charter-i6-not-joint = { $name }: scritto da una parte sola.
charter-i6-next-joint = { $name }: riscrivilo insieme, persone esperte e operatori.
charter-i6-parts = { $name }: ha teoria, pratica e affiancamento.
charter-i6-parts-lacking = { $name }: non ha tutte le parti.
charter-i6-next-parts = { $name }: aggiungi { $lacking }.

charter-i7-title = Chi insegna
charter-i7-sentence = Le persone esperte tengono almeno il { $share } per cento delle ore di docenza. Gli operatori che insegnano conoscono la co-produzione o la recovery.
charter-i7-missing = Chi insegna nei corsi.
charter-i7-next-record = Si fa nella pagina Corsi della realtà: aggiungi un corso. La risposta comparirà qui.
charter-i7-none = La realtà non ha corsi.
charter-i7-missing-part = { $courses ->
    [one] Un corso non dice chi insegna.
   *[other] { $courses } corsi non dicono chi insegna.
 }
charter-i7-evidence = { $name }: le persone esperte tengono il { $share } per cento delle ore (almeno { $asked }).
charter-i7-next = { $name }: affida più ore a persone esperte, almeno il { $asked } per cento.
charter-i7-prepared = { $name }: operatori che conoscono co-produzione o recovery: { $met } su { $all }.
charter-i7-next-prepared = { $name }: proponi agli operatori che insegnano una formazione alla recovery.

charter-i8-title = Affiancamento sul campo
charter-i8-sentence = Chi si forma sul campo affianca sempre una persona esperta già attiva.
charter-i8-missing = Chi affianca chi, nei corsi.
charter-i8-next-record = Si fa nella pagina Corsi della realtà: aggiungi un corso. La risposta comparirà qui.
charter-i8-none = La realtà non ha corsi.
charter-i8-missing-part = { $courses ->
    [one] In un corso la parte sul campo non è ancora registrata.
   *[other] In { $courses } corsi la parte sul campo non è ancora registrata.
 }
charter-i8-evidence = Chi è sul campo accanto a una persona esperta: { $met } su { $all }.
charter-i8-next = Trova una persona esperta da affiancare in: { $names }.

charter-i9-title = Formazione continua
charter-i9-sentence = A ogni persona esperta attiva la realtà offre almeno { $hours } ore di formazione ogni { $months } mesi.
charter-i9-missing = Quanta formazione si offre a chi è già attivo.
charter-i9-next-record = Si fa nella pagina Formazione continua della realtà: proponi un incontro. La risposta comparirà qui.
charter-i9-none = La realtà non ha persone esperte attive.
charter-i9-recent = { $recent ->
    [one] Una persona è attiva da poco: non si conta ancora.
   *[other] { $recent } persone sono attive da poco: non si contano ancora.
 }
charter-i9-evidence = Persone esperte a cui sono state offerte almeno { $hours } ore in { $months } mesi: { $met } su { $all }.
charter-i9-next = Offri a tutte le persone esperte almeno { $hours } ore di formazione ogni { $months } mesi.

charter-i10-title = Nessuno fuori dalle riunioni, nessuno solo
charter-i10-sentence = L’équipe invita alle riunioni le sue persone esperte: nessuna ne resta fuori per { $days } giorni, e nessuna è sola.
charter-i10-missing = Come le équipe invitano le persone esperte.
charter-i10-next-record = Per ora non c’è niente da fare. Quando le équipe saranno registrate, la risposta comparirà qui.
charter-i10-none = Nelle équipe non ci sono ancora persone esperte.
charter-i10-evidence = Équipe che hanno invitato tutte le persone esperte negli ultimi { $days } giorni: { $met } su { $all }.
charter-i10-next = Invita alle riunioni le persone esperte di: { $names }.
charter-i10-company = Équipe in cui nessuna persona esperta è sola: { $met } su { $all }.
charter-i10-next-company = Trova una seconda persona esperta, o un gruppo condiviso, per: { $names }.

charter-i11-title = Le tutele di ogni incarico
charter-i11-sentence = Nei servizi ogni incarico ha un tutor, un ruolo descritto, un’area concordata e la supervisione. Una verifica è offerta ogni { $review-days } giorni, l’intervisione ogni { $intervision-days }.
charter-i11-not-applicable = La regola riguarda i servizi. Nelle associazioni e nel volontariato il ruolo resta leggero.
charter-i11-missing = Quali tutele hanno gli incarichi.
charter-i11-next-record = Per ora non c’è niente da fare. Quando gli incarichi saranno registrati, la risposta comparirà qui.
charter-i11-none = La realtà non ha incarichi.
charter-i11-tutor = Incarichi con un tutor: { $met } su { $all }.
charter-i11-role-description = Incarichi con il ruolo descritto: { $met } su { $all }.
charter-i11-agreed-area = Incarichi con l’area scelta insieme: { $met } su { $all }.
charter-i11-supervision = Incarichi con supervisione: { $met } su { $all }.
charter-i11-review = Incarichi con una verifica offerta negli ultimi { $days } giorni: { $met } su { $all }.
charter-i11-intervision = Incarichi con intervisione offerta negli ultimi { $days } giorni: { $met } su { $all }.
charter-i11-next-tutor = Indica un tutor per ogni incarico.
charter-i11-next-role-description = Scrivi insieme la descrizione del ruolo.
charter-i11-next-agreed-area = Scegli l’area insieme alla persona esperta e agli operatori.
charter-i11-next-supervision = Assicura la supervisione a ogni incarico.
charter-i11-next-review = Offri una verifica sul processo di lavoro almeno ogni { $days } giorni.
charter-i11-next-intervision = Offri l’intervisione tra esperti almeno ogni { $days } giorni.

charter-i12-title = Libertà e tempo per il proprio gruppo
charter-i12-sentence = La realtà lascia libere le persone esperte di far parte di un gruppo o di un’associazione di esperti, e dà loro il tempo.
charter-i12-none = La realtà non ha persone esperte attive.
charter-i12-free = La realtà dichiara che le persone esperte sono libere di far parte di un gruppo.
charter-i12-not-free = La realtà dichiara che le persone esperte non sono ancora libere di far parte di un gruppo.
charter-i12-next-free = Lascia libere le persone esperte di scegliere un gruppo, poi aggiorna le dichiarazioni.
charter-i12-missing-free = Se le persone esperte sono libere di far parte di un gruppo.
charter-i12-next-declare = Compila le dichiarazioni della realtà.
charter-i12-hours = { $hours ->
    [one] La realtà dà un’ora al mese per il gruppo.
   *[other] La realtà dà { $hours } ore al mese per il gruppo.
 }
charter-i12-time = La realtà dà tempo per il gruppo.
charter-i12-no-time = La realtà non dà ancora tempo per il gruppo.
charter-i12-next-time = Riserva un po’ di tempo al gruppo, poi aggiorna le dichiarazioni.
charter-i12-missing-time = Se la realtà dà tempo per il gruppo.
charter-i12-groups = Persone esperte attive che fanno parte di un gruppo: { $met } su { $all }. Appartenere è un diritto, non un obbligo.

charter-i13-title = Ruoli retribuiti e ruoli volontari
charter-i13-sentence = Un ruolo retribuito ha il suo strumento amministrativo. Un ruolo volontario non ne ha gli obblighi.
charter-i13-missing = Su quali strumenti poggiano i ruoli.
charter-i13-next-record = Per ora non c’è niente da fare. Quando gli incarichi saranno registrati, la risposta comparirà qui.
charter-i13-none = La realtà non ha ruoli di persone esperte.
charter-i13-paid = Ruoli retribuiti con uno strumento amministrativo: { $met } su { $all }.
charter-i13-next-paid = Dai uno strumento a ogni ruolo retribuito: contratto, collaborazione, borsa o convenzione.
charter-i13-volunteer = Ruoli volontari senza obblighi di lavoro: { $met } su { $all }.
charter-i13-next-volunteer = Togli gli obblighi di lavoro dai ruoli volontari, oppure retribuiscili.

charter-i14-title = Un Dipartimento pronto e aperto
charter-i14-sentence = Un Dipartimento ha persone esperte, operatori dedicati al loro inserimento, personale formato alla recovery e nessuna area chiusa.
charter-i14-not-applicable = La regola riguarda i Dipartimenti di salute mentale.
charter-i14-experts = Persone esperte attive: { $all }.
charter-i14-next-experts = Avvia una selezione: ancora nessuna persona esperta lavora nel Dipartimento.
charter-i14-missing-experts = Quante persone esperte sono attive.
charter-i14-next-register = Registra le persone esperte attive, oppure aggiorna le cifre della scheda.
charter-i14-professionals = Operatori dedicati all’inserimento: { $all }.
charter-i14-next-professionals = Affida a un operatore il compito di seguire l’inserimento.
charter-i14-missing-professionals = Quanti operatori seguono l’inserimento.
charter-i14-trained = Personale formato alla recovery: { $all }.
charter-i14-next-trained = Proponi al personale una formazione alla recovery.
charter-i14-missing-trained = Quanto personale è formato alla recovery.
charter-i14-areas = Aree chiuse alle persone esperte: { $all }.
charter-i14-next-areas = Apri insieme le aree che restano chiuse.
charter-i14-missing-areas = Se ci sono aree chiuse alle persone esperte.
charter-i14-next-declare = Compila le dichiarazioni della realtà.

charter-i15-title = Un posto negli organismi
charter-i15-sentence = Un organismo che decide sulla salute mentale ha un posto per le persone esperte, e il posto è occupato.
charter-i15-missing = Quali organismi hanno un posto per le persone esperte.
charter-i15-next-record = Per ora non c’è niente da fare. Quando gli organismi saranno registrati, la risposta comparirà qui.
charter-i15-none = La realtà non ha organismi che decidono sulla salute mentale.
charter-i15-evidence = Organismi con tutti i posti per persone esperte occupati: { $met } su { $all }.
charter-i15-next = Crea o assegna il posto in: { $names }.

charter-i16-title = Le proporzioni di una conferenza
charter-i16-sentence = Una conferenza ha da { $fewest-delegates } a { $most-delegates } delegati per realtà e { $ratio } persone esperte per ogni operatore, con uno scarto del { $tolerance } per cento.
charter-i16-not-applicable = La regola riguarda chi organizza le conferenze.
charter-i16-missing = Chi ha partecipato alle conferenze.
charter-i16-next-record = Per ora non c’è niente da fare. Quando le conferenze saranno registrate, la risposta comparirà qui.
charter-i16-none = La realtà non organizza conferenze.
charter-i16-delegates = { $name }: realtà con un numero di delegati da { $fewest } a { $most }: { $met } su { $all }.
charter-i16-next-delegates = { $name }: invita da { $fewest } a { $most } delegati per realtà.
charter-i16-proportion = { $name }: { $experts } persone esperte e { $professionals } operatori, cioè { $found } a 1 (atteso { $asked } a 1, scarto { $tolerance } per cento).
charter-i16-next-proportion = { $name }: riequilibra gli inviti verso { $asked } a 1.
