second-step-title = Second step to sign in
second-step-lead = Besides the password, a code or a passkey: nobody comes in for you, even if they learn your password.
second-step-needed-first = Your role asks for a second step to sign in. Choose it here: then you can go on.
second-step-code-title = Write the code
second-step-code-lead = Open your app and write the six digits that it shows now.
second-step-code = Code
second-step-code-hint = If your phone is not with you, write one of your recovery codes.
second-step-first-code-hint = The six digits that the app shows now.
second-step-use-passkey-title = Use your passkey
second-step-use-passkey-lead = One step is missing: use your device’s passkey, or write one of your recovery codes.
second-step-use-passkey-script = Using a passkey needs JavaScript. Without it, write one of your recovery codes below.
second-step-recovery-code = Recovery code
second-step-recovery-code-hint = One of those that you have kept. Each works once.
second-step-code-button = Go on
second-step-sealed = Data of the form
second-step-poi = Where to go next
second-step-lost = Did you lose the recovery codes as well? Write to the network’s secretariat: they can remove the second step.
second-step-invalid-code = This code does not work. Each code counts once: try again with the next one, or with another.
second-step-waited-too-long = Too much time has passed. Sign in again.
second-step-take-first = To change anything here, sign out and sign in with the second step you already have.
second-step-wanted = This asks for the second step you already have. Sign out, sign in again with it and try once more.
second-step-app-title = Codes from an app
second-step-app-text = An app on your phone shows six digits that change every half minute.
second-step-app-on = Codes are on. { $left ->
    [0] You have no recovery codes left.
    [one] You have one recovery code left.
   *[other] You have { $left } recovery codes left.
 }
second-step-recovery-left = { $left ->
    [0] You have no recovery codes. Make them: they let you in when your device is not with you.
    [one] You have one recovery code left.
   *[other] You have { $left } recovery codes left.
 }
second-step-todo-recovery = Prepare your recovery codes
second-step-todo-recovery-why = You have a passkey and no recovery codes. With a code you come in even when your device is not with you.
second-step-set-up = Turn codes on
second-step-new-codes = Make new recovery codes
second-step-other-device = Move to another phone
second-step-remove = Remove codes
second-step-removed = Codes are removed.
second-step-set-up-title = Turn on codes from an app
second-step-set-up-1 = On your phone open an app for codes, for instance FreeOTP or Aegis.
second-step-set-up-2 = Point the app at the picture, or type in the letters below it.
second-step-set-up-3 = Write here the six digits that the app shows.
second-step-picture = Picture for the app to read. The letters below hold the same.
second-step-letters = Letters to type into the app:
second-step-set-up-button = Turn codes on
second-step-set-up-again = Too much time has passed. Here is a new picture.
second-step-codes-title = Your recovery codes
second-step-codes-text = Keep these codes where you can find them without your device, for instance on paper. Each works once.
second-step-codes-once = We will not show them again. If you lose them, you can make new ones.
second-step-codes-kept = I have kept them
