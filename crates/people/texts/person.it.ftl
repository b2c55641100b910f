person-title = Nome, lingua e posta
person-name = Come vuoi essere chiamato o chiamata
person-name-hint = Il nome che vedono le altre persone della rete.
person-lang = Lingua
person-lang-hint = In questa lingua ti scriviamo.
person-version = Versione
person-save = Salva
person-changed = I tuoi dati sono salvati.
person-mail-title = Indirizzo di posta
person-mail-none = Non hai ancora un indirizzo di posta.
person-mail-now = Adesso ti scriviamo a:
person-mail-email = Indirizzo nuovo
person-mail-email-hint = Ti mandiamo un link: l’indirizzo cambia quando lo apri.
person-mail-button = Mandami il link di conferma
person-mail-asked = Se l’indirizzo è libero, il link di conferma è in viaggio. Guarda la posta del nuovo indirizzo.
person-mail-confirm-title = Conferma il nuovo indirizzo
person-mail-confirm-text = D’ora in poi ti scriviamo a { $email }, e con questo indirizzo accedi.
person-mail-confirm-button = Conferma l’indirizzo
person-mail-done = L’indirizzo è cambiato.
person-mail-confirm-subject = Conferma il tuo nuovo indirizzo
person-mail-confirm-body =
    Ciao { $name },

    per usare questo indirizzo in Alla pari apri questo link entro un’ora:

    { $value }

    Se non l’hai chiesto tu, non serve fare niente.
person-mail-changed-subject = Il tuo indirizzo è cambiato
person-mail-changed-body =
    Ciao { $name },

    il tuo indirizzo in Alla pari ora è { $value }. A questo non scriviamo più.

    Se non l’hai cambiato tu, scrivi subito alla segreteria della rete.
