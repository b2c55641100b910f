# Come si va avanti dopo una candidatura.
outcome-kind-training = Inizia la formazione
outcome-kind-preparation = Prima un passo di preparazione
outcome-kind-other-way = Un altro modo di partecipare
outcome-kind-no-place = Per ora non ci sono posti
outcome-text-training = Si va avanti: ti aspetta la formazione.
outcome-text-preparation = Si va avanti insieme, con una persona accanto e un giorno per rivedervi.
outcome-text-other-way = Avete scelto insieme un altro modo di esserci.
outcome-text-no-place = I posti sono meno delle persone. Non è un giudizio su di te: puoi candidarti di nuovo.
outcome-later = Ora nessun corso è aperto. Chi coordina lo sa. Il { $when } potete parlarne: chiedi quando si comincia.
outcome-later-talked = Ora nessun corso è aperto. Chi coordina lo sa. Per sapere quando si comincia puoi chiederlo qui:
outcome-later-open = Ora puoi chiedere un posto.
outcome-later-course = Vai al corso
outcome-later-ask = i contatti di { $organisation }
outcome-told-no-edition = Ora nessun corso è aperto. Lo abbiamo detto a chi coordina.
outcome-close-title = Di’ a { $name } come si va avanti
outcome-close-lead = La persona legge tutto subito. Scrivi come parleresti a chi rispetti.
outcome-early = Non vi siete ancora incontrati. Ora potete dire solo che non ci sono posti.
outcome-note-unread = La persona non ha ancora letto la nota: finché non la legge, non conta.
outcome-kind = Come si va avanti
outcome-reasons = Perché
outcome-reasons-hint = In parole semplici, partendo da quello che c’è di buono. Mai su come sta una persona.
outcome-conversation-title = Il colloquio che offrite
outcome-conversation-text = La persona può venire, o dire di no. Offritelo entro trenta giorni.
outcome-conversation = Giorno e ora
outcome-conversation-at = Dove, o come
outcome-conversation-at-hint = Per esempio: in sede, o al telefono.
outcome-prepare-title = Se c’è prima un passo di preparazione
outcome-accompanies = { $name } ti accompagna. Vi rivedete il { $day }.
outcome-accompanies-them = { $name } accompagna la persona. Si rivedono il { $day }.
outcome-companion = Chi accompagna la persona
outcome-companion-nobody = Scegli una persona
outcome-meet-again-on = Quando vi rivedete
outcome-steps = Che cosa fate fino ad allora
outcome-steps-hint = Lo legge anche chi accompagna.
outcome-other-title = Se avete scelto un altro modo
outcome-chosen = Il modo scelto insieme
outcome-close-button = Invia la risposta
outcome-close-back = Torna alla candidatura
outcome-closed = La risposta è inviata. La persona la legge sulla sua pagina.
outcome-meanwhile = Nel frattempo è successo qualcosa in questa candidatura. Quello che hai scritto è ancora qui: controlla, poi invia.
outcome-invalid-conversation = Scegli un momento entro trenta giorni da oggi.
outcome-invalid-again = Scegli un giorno da domani a un anno da oggi.
outcome-invalid-early = Prima incontratevi: senza un incontro si può dire solo che non ci sono posti.
outcome-conversation-offered = Offerto un colloquio: { $when }, { $where }.
outcome-conversation-yours = Se vuoi, ne parliamo: { $when }, { $where }.
outcome-answered-yes = La persona viene volentieri.
outcome-answered-no = La persona preferisce di no.
outcome-not-answered = Non ha ancora risposto.
outcome-reasons-title = Perché
outcome-way-chosen = Il modo scelto insieme
outcome-way-steps = Che cosa fate fino ad allora
outcome-talk-title = Parlarne
outcome-say-yes = Sì, vengo
outcome-say-no = No, grazie
outcome-you-said-yes = Hai detto di sì.
outcome-you-said-no = Hai detto di no. Va bene così: fino a quel giorno puoi cambiare idea.
outcome-answered = Grazie, il gruppo lo sa.
outcome-told-companion = { $name } ti accompagna nella preparazione.
outcome-told-yes = Hai detto di sì al colloquio.
outcome-told-no = Hai detto di no al colloquio.
outcome-mail-subject = C’è una risposta per te
outcome-mail-body =
    Ciao,

    il gruppo ti ha risposto. Trovi tutto sulla tua pagina:

    { $link }

    Se vuoi parlarne, lì trovi anche quando.
outcome-mail-no-edition-subject = Alla pari: una persona aspetta un corso
outcome-mail-no-edition-body =
    Ciao { $name },

    per «{ $call }» una persona può cominciare la formazione. Ma ora nessuna edizione è aperta, e la persona aspetta le date da voi.

    Apri un’edizione, o di’ al gruppo quando si comincia. Il gruppo può parlarne con la persona il { $when }.

    Da qui vai avanti:

    { $link }
outcome-mail-companion-subject = Accompagni una persona
outcome-mail-companion-body =
    Ciao { $name },

    una persona conta su di te per un pezzo di strada. Vi rivedete tutti il { $when }.

    Trovi tutto qui:

    { $link }
outcome-panel-answered-subject = Una risposta al colloquio offerto
outcome-panel-answered-body =
    Ciao { $name },

    c’è una risposta al colloquio che avete offerto:

    { $link }
outcome-panel-withdrawn-subject = Un incontro non si fa più
outcome-panel-withdrawn-body =
    Ciao { $name },

    l’incontro previsto per { $when } non si fa più. Non serve rispondere. I dettagli sono qui:

    { $link }
outcome-again-subject = Tra poco ci rivediamo
outcome-again-body =
    Ciao,

    ci rivediamo il { $when }. Sulla tua pagina puoi andare avanti quando vuoi:

    { $link }
outcome-again-companion-subject = Tra poco vi rivedete
outcome-again-companion-body =
    Ciao { $name },

    il { $when } vi rivedete. Trovi tutto qui:

    { $link }
outcome-again-on = Vi rivedete il { $day }.
outcome-companion-title = Chi accompagno
outcome-companion-lead = Un pezzo di strada insieme, fino al giorno in cui vi rivedete.
outcome-none-title = Ora non accompagni nessuna persona
outcome-none-text = Quando una selezione prevede prima un passo di preparazione, può chiedere a te di stare accanto a chi si candida.
outcome-step-read = C’è una risposta per te
outcome-step-read-why = Leggi i motivi. Poi di’ se vuoi parlarne.
retention-outcome = Le risposte alle candidature: si cancellano dopo due anni. Se la persona cancella i suoi dati, restano solo i giorni.
