invitation-mail-subject = Ti invitiamo in Alla pari
invitation-mail-body =
    Ciao { $name },

    ti invitiamo in Alla pari, la rete degli esperti in supporto tra pari.
    Il tuo ruolo: { $role }

    Per accettare apri questo link. Funziona una volta sola, fino al { $until }:

    { $link }

    Se non ti aspettavi questo invito, non serve fare niente.
invitation-no-role = un profilo, senza ruoli per ora
invitation-accept-title = Benvenuto o benvenuta, { $name }
invitation-accept-lead = Ti hanno invitato nella rete. Bastano un nome e un modo per entrare.
invitation-role = Il tuo ruolo:
invitation-name = Come vuoi essere chiamato o chiamata
invitation-way = Come vuoi entrare
invitation-way-password = Con una password, che scrivi qui sotto
invitation-way-passkey = Con una passkey: la crei nella prossima pagina
invitation-password = Password
invitation-password-hint = Almeno 12 caratteri. Va bene una frase che ricordi solo tu. Se scegli la passkey, lascia vuoto.
invitation-accept = Accetta l’invito
invitation-known = Con il tuo indirizzo entri già in Alla pari. Accetta per aggiungere il ruolo al tuo profilo.
invitation-accept-known = Accetta il ruolo
invitation-accepted = Hai accettato l’invito. Il ruolo è nel tuo profilo.
invitation-not-for-you = Se non ti aspettavi questo invito, chiudi la pagina: non succede niente.
invitation-over-title = Questo invito non è più aperto
invitation-over-unknown = Il link non è valido, oppure l’invito è stato mandato di nuovo con un altro link. Guarda l’ultimo messaggio.
invitation-over-accepted = L’invito è già stato accettato. Per entrare, accedi.
invitation-over-withdrawn = Chi ti ha invitato ha ritirato l’invito. Se pensi a un errore, scrivi a quella persona.
invitation-over-expired = Sono passate più di due settimane. Chiedi a chi ti ha invitato di mandarlo di nuovo.
invitation-list-title = Inviti
invitation-none-title = Nessun invito
invitation-none-text = Qui vedi chi hai invitato e chi ha accettato.
invitation-state-waiting = In attesa
invitation-state-accepted = Accettato
invitation-state-withdrawn = Ritirato
invitation-state-expired = Scaduto
invitation-again = Manda di nuovo
invitation-again-label = Manda di nuovo l’invito a { $name }
invitation-withdraw = Ritira
invitation-withdraw-label = Ritira l’invito a { $name }
invitation-sent = L’invito è in viaggio.
invitation-withdrawn = L’invito è ritirato. Il suo link non funziona più.
