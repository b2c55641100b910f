account-title = Accedi
account-lead = Entra con il tuo indirizzo di posta e la tua password, oppure con una passkey.
account-email = Indirizzo di posta
account-password = Password
account-old-password = Password di adesso
account-new-password = Password nuova
account-new-password-hint = Almeno 12 caratteri. Va bene una frase che ricordi solo tu; non servono numeri o segni.
account-button = Accedi
account-poi = Dove andare dopo
account-help-link = Non riesci a entrare? Ricevi un link per posta
account-by-invitation = Si entra su invito. Se fai parte di una realtà della rete, chiedi a chi la gestisce.
account-invalid-sign-in = Indirizzo e password non vanno insieme. Controlla tutti e due, oppure chiedi un link per posta.
account-invalid-old = Questa non è la tua password di adesso.
account-locked = Ci sono stati troppi tentativi. Riprova dopo il { $time }. Intanto puoi ricevere un link per posta.
invalid-password-short = È troppo corta: servono almeno { $min } caratteri.
invalid-password-easy = È troppo facile da indovinare. Prova con una frase tutta tua.
account-help-title = Ricevi un link per posta
account-help-lead = Scrivi il tuo indirizzo: ti mandiamo un link che funziona una volta sola, per un’ora.
account-wish = Che cosa vuoi fare
account-wish-sign-in = Entrare senza password, questa volta
account-wish-password = Scegliere una password nuova
account-help-button = Mandami il link
account-help-nothing-comes = Se non arriva niente, guarda nella posta indesiderata. Forse hai usato un altro indirizzo.
account-help-sent = Se con questo indirizzo si può entrare, il link è in viaggio. Guarda la tua posta.
account-link-title = Entra con il link
account-link-text = Il link è valido. Premi il pulsante per entrare: poi il link non funziona più.
account-link-button = Entra
account-expired-title = Questo link non funziona più
account-expired-text = Un link vale una volta sola e per poco tempo. Non hai perso niente: chiedine uno nuovo.
account-expired-again = Ricevi un link nuovo
account-password-title = Scegli una password
account-password-button = Salva la password
account-password-effect = Quando cambi la password, gli accessi aperti su altri dispositivi si chiudono.
account-password-changed = La password è cambiata. Gli altri accessi sono chiusi.
account-mail-password-subject = Scegli una password nuova
account-mail-password-body =
    Ciao { $name },

    hai chiesto di scegliere una password nuova per Alla pari. Apri questo link entro { $minutes } minuti:

    { $link }

    Se non l’hai chiesto tu, non serve fare niente: la tua password resta quella di prima.
account-mail-sign-in-subject = Il tuo link per entrare
account-mail-sign-in-body =
    Ciao { $name },

    ecco il link per entrare in Alla pari. Funziona una volta sola, per { $minutes } minuti:

    { $link }

    Se non l’hai chiesto tu, non serve fare niente.
