passkey-title = Passkeys
passkey-lead = A passkey is your device’s fingerprint, face or PIN. It counts as password and second step in one.
passkey-sign-in = Sign in with a passkey
passkey-failed = The passkey did not work. Try again, or sign in another way.
passkey-cancelled = Nothing has happened. Try again whenever you like.
passkey-too-late = Too much time has passed. Try again.
passkey-unknown = This passkey is no longer registered here. Sign in another way and make a new one.
passkey-impossible = This installation’s address is made of numbers, and browsers make no passkeys there. Use codes from an app.
passkey-needs-script = Making a passkey needs JavaScript. Codes from an app work without it.
passkey-none = You have no passkeys yet.
passkey-count = { $count ->
    [0] You have no passkeys yet.
    [one] You have one passkey.
   *[other] You have { $count } passkeys.
 }
passkey-manage = See your passkeys
passkey-name = Name
passkey-name-hint = To recognise it, for instance “phone”.
passkey-made = Made
passkey-used = Last used
passkey-remove = Remove
passkey-remove-label = Remove the passkey { $name }
passkey-removed = The passkey is removed.
passkey-new-title = Make a passkey
passkey-new-text = Your browser asks you to confirm with fingerprint, face or PIN. What you confirm with stays on the device.
passkey-new-button = Make the passkey
