# Le note scritte con chi si candida.
note-said-human = Le qualità umane e l’empatia
note-said-responsibility = La capacità di prendersi responsabilità
note-said-motivation = La motivazione
note-said-expectations = Le aspettative
note-said-awareness = La consapevolezza
note-said-recovery = Il percorso di recovery fatto
note-said-training = La disponibilità a formarsi
note-said-openness = L’apertura alla relazione
note-said-empathy = L’empatia
note-said-in-play = La disponibilità a mettersi in gioco
note-said-measure = Lasciare spazio anche agli altri, senza eccessi di protagonismo
note-said-turning-points = Riconoscere la propria crescita e i punti di svolta
note-said-what-helped = Riconoscere che cosa ha aiutato a stare bene
note-said-good-in-it = Dire il buono del proprio percorso, e che cosa ha insegnato
note-said-accompany = Il desiderio di accompagnare e sostenere altre persone
note-said-learning = La spinta a iniziare una formazione
note-said-group = La disponibilità a lavorare in gruppo
note-said-testimony = Avere portato la propria testimonianza, o volerlo fare
note-chapter-first = Prima di tutto
note-chapter-first-text = La conferenza mette al primo posto queste due. Scrivete quello che avete visto insieme.
note-chapter-qualities = Che cosa valorizzare
note-chapter-qualities-text = Sono spunti: ognuno può restare vuoto.
note-chapter-aspects = Che cosa far crescere
note-chapter-aspects-text = Sono spunti: ognuno può restare vuoto.
note-together-title = Aspettative, e altro
note-together-text = Raccogliete quello che la persona si aspetta. Se qualcosa non sarà così, ditelo ora, con chiarezza.
note-expectations = Che cosa si aspetta la persona
note-reorientation = Che cosa sarà possibile, dove è diverso
note-free = Altro
note-write-title = Scrivi la nota con { $name }
note-write-lead = Parole, mai numeri. Scrivetela insieme: la persona la vede da subito e può aggiungere le sue.
note-until-before = Questa nota si cancella dopo il { $day }.
note-until = Si cancella dopo il { $day }.
note-authors = Ci hanno scritto:
note-read = Letta dalla persona
note-not-read = Ancora da leggere
note-to-read = Da leggere
note-read-at = La persona ha letto queste parole: { $time }.
note-not-read-text = La persona non ha ancora letto queste parole. Finché non le legge, la nota non conta.
note-theirs-title = Che cosa aggiunge la persona
note-theirs-expectations = Sulle aspettative
note-save = Salva la nota
note-saved = La nota è salvata. La persona la trova sulla sua pagina.
note-back = Torna alla candidatura
note-first-meet = Prima proponete un incontro: la nota si scrive insieme.
note-meanwhile = Nel frattempo la nota è cambiata: l’ha salvata un’altra persona del gruppo, o tu da un’altra finestra. Non hai perso niente: sopra c’è quello che c’è scritto ora, sotto il tuo testo. Unisci quello che serve, poi salva.
note-other-title = Che cosa c’è scritto ora
note-invalid-empty = Scrivi qualcosa, almeno qui o in uno spunto.
note-seen = la nota scritta con te
note-told-begun = { $name } ha scritto una nota con te. Leggila e aggiungi le tue parole.
note-told-changed = { $name } ha cambiato la nota. Leggila di nuovo.
note-told-read = Hai letto la nota.
note-mail-subject = C’è qualcosa da leggere insieme
note-mail-body =
    Ciao,

    dopo l’incontro c’è una nota per te. Leggila e aggiungi quello che vuoi:

    { $link }
note-mail-panel-subject = Una nota è stata letta
note-mail-panel-body =
    Ciao { $name },

    la nota che avete scritto è stata letta. La trovi qui:

    { $link }
note-part-title = La nota scritta con te
note-part-open = Leggi la nota e aggiungi le tue parole
note-trail-candidacy = La tua candidatura
note-read-title = La nota scritta con te
note-read-lead = La leggono solo le persone che hai incontrato, e tu. Conta da quando l’hai letta.
note-yours-title = Le tue parole
note-yours-text = Puoi aggiungere, correggere, dire che la vedi in un altro modo. Puoi anche lasciare vuoto.
note-you-read-at = L’hai letta: { $time }.
note-answer-remark = Che cosa vuoi aggiungere
note-answer-on-expectations = Che cosa rispondi su quello che ti aspettavi
note-answer-button = Ho letto la nota
note-answer-back = Torna alla tua candidatura
note-answer-meanwhile = La nota è appena cambiata. Le tue parole sono ancora qui: leggila com’è ora, poi conferma.
note-answered = Grazie. Il gruppo vede che l’hai letta, e quello che hai aggiunto.
retention-note = Le note scritte con chi si candida: si cancellano dopo l’ultimo giorno, che si sa dall’inizio.
retention-note-author = Chi ha scritto in una nota: se ne va con la nota.
