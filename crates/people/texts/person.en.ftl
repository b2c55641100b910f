person-title = Name, language and mail
person-name = What you would like to be called
person-name-hint = The name that other people of the network see.
person-lang = Language
person-lang-hint = We write to you in this language.
person-version = Version
person-save = Save
person-changed = Your details are saved.
person-mail-title = Mail address
person-mail-none = You have no mail address yet.
person-mail-now = At present we write to:
person-mail-email = New address
person-mail-email-hint = We send you a link: the address changes when you open it.
person-mail-button = Send me the link to confirm
person-mail-asked = If the address is free, the link to confirm is on its way. Look at the mail of the new address.
person-mail-confirm-title = Confirm the new address
person-mail-confirm-text = From now on we write to { $email }, and you sign in with this address.
person-mail-confirm-button = Confirm the address
person-mail-done = The address has changed.
person-mail-confirm-subject = Confirm your new address
person-mail-confirm-body =
    Hello { $name },

    to use this address in Alla pari open this link within one hour:

    { $value }

    If it was not you, there is nothing to do.
person-mail-changed-subject = Your address has changed
person-mail-changed-body =
    Hello { $name },

    your address in Alla pari is now { $value }. We no longer write to this one.

    If it was not you who changed it, write to the network’s secretariat at once.
