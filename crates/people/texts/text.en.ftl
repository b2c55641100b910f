text-title = Your texts
text-lead = They are yours. Nobody reads them unless you share them; you can take sharing back whenever you like.
text-story = My story
text-story-what = Your own narrative: what you have lived, in your own words.
text-expectations = What I expect
text-expectations-what = What moves you and what you expect. It is reread together at each step.
text-well-being = How I am
text-well-being-what = Notes on your well-being, for you alone or for whom you choose.
text-changed = Last changed: { $time }.
text-readers = { $count ->
    [0] It is shared with nobody.
    [one] It is shared with one person.
   *[other] It is shared with { $count } people.
 }
text-not-yet = You have not written anything yet.
text-how-kept = Texts are encrypted with a key that is yours alone. If you erase your data, the key is destroyed and nobody can read them any more.
text-text = Your text
text-version = Version
text-save = Save the text
text-saved = The text is saved.
text-changed-meanwhile = You changed this text in another window. What you wrote is still here: copy it, open the page again and compare.
text-share-title = Whom you share it with
text-share-write-first = First write and save the text. Then you can share it.
text-share-text = Readers must come into Alla pari with the address you write. Every reading stays in your trace, with its reason.
text-share-nobody = At present only you read it.
text-share-email = Address of who may read
text-share-email-hint = We do not say whether somebody has this address.
text-share-button = Share
text-shared = The text is shared with that address.
text-mail-subject = You may read a text
text-mail-body =
    Hello,

    on Alla pari somebody shares a text with you. Sign in with this mail address and open it here:

    { $link }

    Whoever wrote it sees when you read it and why, and may take it back at any time.
text-step-shared = Read the texts that others lately shared with you: { $number }
text-step-shared-why = They trust you. Before you read you say why, and the writer sees it.
text-unshare = Take back
text-unshare-label = Stop sharing with { $reader }
text-unshared = Sharing has ended, as of now.
text-remove-title = Delete the text
text-remove-text = The text disappears at once, for those who could read it as well. There is no way back.
text-remove-sure = I want to delete this text.
text-invalid-sure = To delete the text, confirm here.
text-remove-button = Delete the text
text-removed = The text is deleted.
text-shared-title = Texts shared with you
text-shared-lead = Somebody trusts you. Each time you read, they see who read and why.
text-shared-link = { $count ->
    [0] Nobody shares texts with you
    [one] One person shares a text with you
   *[other] { $count } texts are shared with you
 }
text-shared-none-title = No texts shared with you
text-shared-none-text = When somebody shares a text with you, you find it here.
text-read-title = { $what } – { $name }
text-read-before = Before you read, say why: { $name } will see it in their trace.
text-purpose = Why you read it
text-purpose-conversation = To prepare a conversation together
text-purpose-path = To go along with their path
text-purpose-testimony = To prepare a testimony together
text-read-button = Read the text
text-read-traced = This reading stands in the person’s trace.
