account-title = Sign in
account-lead = Come in with your mail address and password, or with a passkey.
account-email = Mail address
account-password = Password
account-old-password = Current password
account-new-password = New password
account-new-password-hint = At least 12 characters. A phrase that only you remember is fine; no digits or signs are needed.
account-button = Sign in
account-poi = Where to go next
account-help-link = Trouble signing in? Get a link by mail
account-by-invitation = People join by invitation. If you belong to a reality of the network, ask whoever manages it.
account-invalid-sign-in = Address and password do not go together. Check both, or ask for a link by mail.
account-invalid-old = This is not your current password.
account-locked = There were too many tries. Try again after { $time }. Meanwhile you can get a link by mail.
invalid-password-short = It is too short: at least { $min } characters are needed.
invalid-password-easy = It is too easy to guess. Try a phrase of your own.
account-help-title = Get a link by mail
account-help-lead = Write your address: we send you a link that works once, for one hour.
account-wish = What you would like to do
account-wish-sign-in = Come in without a password, this time
account-wish-password = Choose a new password
account-help-button = Send me the link
account-help-nothing-comes = If nothing comes, look in your junk mail. Perhaps you used another address.
account-help-sent = If this address can sign in, the link is on its way. Look at your mail.
account-link-title = Come in with the link
account-link-text = The link is valid. Press the button to come in: after that the link no longer works.
account-link-button = Come in
account-expired-title = This link no longer works
account-expired-text = A link works once and for a short time. Nothing is lost: ask for a new one.
account-expired-again = Get a new link
account-password-title = Choose a password
account-password-button = Save the password
account-password-effect = When you change your password, sign-ins on other devices end.
account-password-changed = Your password has changed. The other sign-ins have ended.
account-mail-password-subject = Choose a new password
account-mail-password-body =
    Hello { $name },

    you asked to choose a new password for Alla pari. Open this link within { $minutes } minutes:

    { $link }

    If it was not you, there is nothing to do: your password stays as it was.
account-mail-sign-in-subject = Your link to sign in
account-mail-sign-in-body =
    Hello { $name },

    here is the link to come into Alla pari. It works once, for { $minutes } minutes:

    { $link }

    If it was not you, there is nothing to do.
