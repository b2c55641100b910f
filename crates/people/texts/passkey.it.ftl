passkey-title = Passkey
passkey-lead = Una passkey è l’impronta, il volto o il PIN del tuo dispositivo. Vale come password e secondo passo insieme.
passkey-sign-in = Accedi con una passkey
passkey-failed = La passkey non ha funzionato. Riprova, oppure accedi in un altro modo.
passkey-cancelled = Non è successo niente. Riprova quando vuoi.
passkey-too-late = È passato troppo tempo. Riprova.
passkey-unknown = Questa passkey non è più registrata qui. Accedi in un altro modo e creane una nuova.
passkey-impossible = Questa installazione ha un indirizzo fatto di numeri, e i browser lì non creano passkey. Usa i codici da un’app.
passkey-needs-script = Per creare una passkey serve JavaScript. I codici da un’app funzionano anche senza.
passkey-none = Non hai ancora passkey.
passkey-count = { $count ->
    [0] Non hai ancora passkey.
    [one] Hai una passkey.
   *[other] Hai { $count } passkey.
 }
passkey-manage = Vedi le passkey
passkey-name = Nome
passkey-name-hint = Per riconoscerla, per esempio “telefono”.
passkey-made = Creata
passkey-used = Ultimo uso
passkey-remove = Togli
passkey-remove-label = Togli la passkey { $name }
passkey-removed = La passkey è tolta.
passkey-new-title = Crea una passkey
passkey-new-text = Il browser ti chiede di confermare con l’impronta, il volto o il PIN. Quello che usi per confermare resta sul dispositivo.
passkey-new-button = Crea la passkey
