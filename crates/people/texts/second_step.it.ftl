second-step-title = Secondo passo per accedere
second-step-lead = Oltre alla password, un codice o una passkey: così nessuno entra al posto tuo, anche se scopre la password.
second-step-needed-first = Il tuo ruolo chiede un secondo passo per accedere. Sceglilo qui: poi puoi continuare.
second-step-code-title = Scrivi il codice
second-step-code-lead = Apri la tua app e scrivi le sei cifre che mostra ora.
second-step-code = Codice
second-step-code-hint = Se non hai il telefono con te, scrivi uno dei codici di riserva.
second-step-first-code-hint = Le sei cifre che l’app mostra ora.
second-step-use-passkey-title = Usa la passkey
second-step-use-passkey-lead = Manca un passo: usa la passkey del tuo dispositivo, oppure scrivi uno dei tuoi codici di riserva.
second-step-use-passkey-script = Per usare la passkey serve JavaScript. Senza, scrivi qui sotto uno dei tuoi codici di riserva.
second-step-recovery-code = Codice di riserva
second-step-recovery-code-hint = Uno di quelli che hai conservato. Ognuno vale una volta sola.
second-step-code-button = Continua
second-step-sealed = Dati del modulo
second-step-poi = Dove andare dopo
second-step-lost = Hai perso anche i codici di riserva? Scrivi alla segreteria della rete: può togliere il secondo passo.
second-step-invalid-code = Questo codice non va bene. Ogni codice vale una volta sola: riprova con il prossimo, o con un altro.
second-step-waited-too-long = È passato troppo tempo. Accedi di nuovo.
second-step-take-first = Per cambiare qualcosa qui, esci e accedi con il secondo passo che hai già.
second-step-wanted = Per questo serve anche il secondo passo che hai già. Esci, accedi di nuovo usandolo e riprova.
second-step-app-title = Codici da un’app
second-step-app-text = Un’app sul telefono mostra sei cifre che cambiano ogni mezzo minuto.
second-step-app-on = I codici sono attivi. { $left ->
    [0] Non hai più codici di riserva.
    [one] Ti resta un codice di riserva.
   *[other] Ti restano { $left } codici di riserva.
 }
second-step-recovery-left = { $left ->
    [0] Non hai codici di riserva. Creali: ti fanno entrare quando il dispositivo non è con te.
    [one] Ti resta un codice di riserva.
   *[other] Ti restano { $left } codici di riserva.
 }
second-step-todo-recovery = Prepara i codici di riserva
second-step-todo-recovery-why = Hai una passkey e nessun codice di riserva. Con un codice entri anche quando il tuo dispositivo non è con te.
second-step-set-up = Attiva i codici
second-step-new-codes = Crea nuovi codici di riserva
second-step-other-device = Passa a un altro telefono
second-step-remove = Togli i codici
second-step-removed = I codici sono tolti.
second-step-set-up-title = Attiva i codici da un’app
second-step-set-up-1 = Apri sul telefono un’app per i codici, per esempio FreeOTP o Aegis.
second-step-set-up-2 = Con l’app inquadra l’immagine, oppure scrivi le lettere che trovi sotto.
second-step-set-up-3 = Scrivi qui le sei cifre che l’app mostra.
second-step-picture = Immagine da inquadrare con l’app. Le stesse informazioni sono nelle lettere qui sotto.
second-step-letters = Lettere da scrivere nell’app:
second-step-set-up-button = Attiva i codici
second-step-set-up-again = È passato troppo tempo. Ecco un’immagine nuova.
second-step-codes-title = I tuoi codici di riserva
second-step-codes-text = Conserva questi codici dove li trovi anche senza il tuo dispositivo, per esempio su carta. Ognuno vale una volta sola.
second-step-codes-once = Non li mostreremo più. Se li perdi, puoi crearne di nuovi.
second-step-codes-kept = Li ho conservati
