mail-title = Outgoing mail
mail-lead = The messages that the program sends, without their text.
mail-lead-demo = In the demo no message really leaves: here you read what would have come.
mail-empty-title = No messages
mail-empty-text = Invitations, links to sign in and notices appear here as soon as the program writes them.
mail-to = To { $to }
mail-tries = { $tries ->
    [one] One try.
   *[other] { $tries } tries.
 }
mail-read = Read the message
mail-state-waiting = Waiting
mail-state-sent = Sent
mail-state-given-up = Not sent
