feedback-title = Segnala un problema
feedback-lead = Scrivi che cosa non va o che cosa ti manca. Non serve un account.
feedback-text = Che cosa è successo
feedback-text-hint = Non scrivere nomi di altre persone o notizie sulla loro salute.
feedback-page = In quale pagina
feedback-email = Il tuo indirizzo di posta
feedback-email-hint = Solo se vuoi una risposta. Lo cancelliamo dopo un anno.
feedback-send = Invia la segnalazione
feedback-thanks = Grazie. La segnalazione è arrivata.
feedback-list-title = Segnalazioni
feedback-list-empty = Nessuna segnalazione
feedback-list-empty-text = Quando qualcuno segnala un problema, lo trovi qui.
feedback-anonymous = senza indirizzo

accessibility-title = Dichiarazione di accessibilità
accessibility-lead = Alla pari vuole funzionare per tutte le persone.
accessibility-state-title = A che punto siamo
accessibility-state = Le pagine seguono le WCAG 2.2, livello AA. La norma di riferimento è la EN 301 549, che chiede le WCAG 2.1 AA. La conformità è controllata a ogni modifica con axe-core. Non è ancora stata confermata da una prova con persone e da una verifica esterna.
accessibility-works-title = Che cosa puoi aspettarti
accessibility-works-1 = Tutto funziona senza JavaScript e con la sola tastiera.
accessibility-works-2 = I colori non sono mai l’unico segno: c’è sempre una parola.
accessibility-works-3 = I documenti in PDF hanno titolo, lingua e struttura per i lettori di schermo.
accessibility-works-4 = Puoi ingrandire il testo e usare lo schermo scuro.
accessibility-limits-title = Limiti che conosciamo
accessibility-limits = L’accesso con passkey ha bisogno di JavaScript. Puoi sempre usare la password con un codice.
accessibility-tell-title = Se qualcosa non va
accessibility-tell = Scrivici: rispondiamo entro trenta giorni.
accessibility-credits-title = Da dove vengono le immagini
accessibility-credits = I contorni della mappa vengono dal progetto svg-maps, licenza CC BY 4.0. I caratteri sono Titillium Web, licenza OFL. Lo stile parte da Bootstrap Italia.

privacy-title = I tuoi dati
privacy-lead = Che cosa teniamo, perché e per quanto. E che cosa puoi fare tu.
privacy-never-title = Che cosa non c’è
privacy-never = Le persone accompagnate non sono mai in questo programma. Nessuno chiede o conserva una diagnosi. Nessuno riceve un punteggio.
privacy-yours-title = Che cosa puoi fare
privacy-yours-1 = Puoi leggere e scaricare tutto ciò che riguarda te.
privacy-yours-2 = Puoi togliere un consenso con un clic.
privacy-yours-3 = Puoi cancellare tutto: i tuoi testi diventano illeggibili per sempre.
privacy-yours-4 = Puoi vedere chi ha fatto cosa sui tuoi dati.
privacy-yours-link = Vai ai tuoi dati
privacy-held-title = Che cosa teniamo e per quanto
privacy-held-why = Perché
privacy-held-long = Per quanto
privacy-held-days = { $days ->
    [one] un giorno
   *[other] { $days } giorni
 }
privacy-held-person = finché vuoi tu
privacy-cookies-title = Cookie
privacy-cookies = Usiamo solo tre cookie tecnici: per la lingua, per restare dentro quando accedi e per un messaggio tra una pagina e l’altra. Nessuno ti segue.
retention-feedback = Per rispondere a chi segnala un problema
