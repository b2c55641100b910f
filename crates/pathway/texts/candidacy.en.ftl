candidacy-begin-title = Write your candidacy
candidacy-begin-lead = It takes less than five minutes. You can stop whenever you like and go on later.
candidacy-begin-for = For the call
candidacy-begin-short = A few questions. Answer in your own words.
candidacy-begin-kept = What you write is saved. You find it again with a link of your own.
candidacy-begin-yours = Nobody reads it until you send it. You decide who reads your words.
candidacy-begin-sits = You sit in the panel of this call. You can apply: for your own candidacy you step aside, and the others meet you. They read your words and give the answer. If somebody is missing in your place, whoever coordinates chooses them.
candidacy-begin = Begin the candidacy
candidacy-begin-account = Do you have a profile? Then the candidacy stays there.
candidacy-begin-sign-in = Sign in
candidacy-begin-resume = Have you begun already? Pick up here
candidacy-name = What we should call you
candidacy-email = Your mail address
candidacy-email-hint = We send you the link to go on. The message does not say what it is about.
candidacy-no-email = I have no mail address, or do not want to write it: I keep the link myself
candidacy-invalid-email-or-none = Write your mail address, or tick the box below.
candidacy-begun = The draft is ready. Write in your own time.
candidacy-begun-by-link = The draft is ready. Keep the link: it is the key to come back here.
candidacy-invited-title = An invitation for you
candidacy-invited-by = { $name } thinks that you might apply at { $organisation }. It is for you to decide.
candidacy-invited-yes = Yes, I begin
candidacy-invited-no = No, thank you
candidacy-invited-no-leaves = If you say no, nothing of you is left here. Whoever gave you the link does not see your answer.
candidacy-invited-no-title = That is fine
candidacy-invited-no-text = The link no longer works. Nothing of you is left. If you change your mind one day, the calls are open to everyone.
candidacy-invited-over-title = This invitation is no longer open
candidacy-invited-over-text = The link was used already, or its time is over. You can apply all the same: look at the open calls.
candidacy-mail-link-subject = Your personal link in Alla pari
candidacy-mail-link-body =
    Hello,

    with this link you go on where you left off:

    { $link }

    Do not give it to anybody: whoever has the link opens your page.
    If you did not expect it, there is nothing you need to do.
candidacy-mail-sent-subject = Received: one step on in Alla pari
candidacy-mail-sent-body =
    Hello,

    what you sent has arrived. On your page you see what happens now, and by when:

    { $link }
candidacy-mail-arrived-subject = Alla pari: something new for your panel
candidacy-mail-arrived-body =
    Hello { $name },

    a candidacy has arrived for “{ $call }”. Please look at it together, by { $by }.

    You find everything here:

    { $link }
candidacy-mail-waits-subject = Somebody has been waiting in Alla pari
candidacy-mail-waits-body =
    Hello,

    for at least two weeks somebody has been waiting for a step of yours. Here you see what is missing:

    { $link }
candidacy-lost-title = Go on where you left off
candidacy-lost-lead = Write the mail address that you gave. We send you a new link.
candidacy-lost-email = Your mail address
candidacy-lost-send = Send me the link
candidacy-lost-sent = If something is open under this address, the link is on its way. Look at your mail in a few minutes.
candidacy-lost-none = Did you give no mail address? Then you need the link that you kept. If you cannot find it, you can begin again.
candidacy-own-title = Your candidacy
candidacy-own-lead = { $call } – { $organisation }
candidacy-mine-title = My candidacies
candidacy-mine-lead = Here you see where you stand and what happens now.
candidacy-mine-none = You have no candidacies yet
candidacy-mine-none-text = When you begin one, you find it here and see every step.
candidacy-trail-profile = Your profile
candidacy-begun-on = Begun on { $on }.
candidacy-link-keep = Keep this link to come back here:
candidacy-motives = What moves you
candidacy-motives-hint = Choose what is true for you, more than one thing if you like.
candidacy-motive-growth = To grow as a person, to get to know people and new things
candidacy-motive-recovery = To make my own recovery firmer
candidacy-motive-work = To have paid work
candidacy-motive-support = To be beside people who go through a hard time
candidacy-motive-system = To do my part to make mental health care better
candidacy-motive-gratitude = To give back the good that I received
candidacy-motivation = If you like, say it in your own words
candidacy-expectations = What you expect
candidacy-expectations-hint = What you would like to do, to learn, to find.
candidacy-recovery = Your path, in a few words
candidacy-recovery-hint = What helped you, what changed. Your word is enough: no diagnosis, no documents.
candidacy-belonging = Do you belong to a self-help group or an association?
candidacy-belonging-hint = Whatever the answer, you can apply.
candidacy-belonging-yes = Yes
candidacy-belonging-no = No
candidacy-belonging-wish = No, but I would like to
candidacy-phone = A telephone number, if you want to be called
candidacy-share-title = Who reads your words
candidacy-share-wording = The panel may read what I wrote, to prepare to meet me. I can change my mind at any time.
candidacy-share = Yes, the panel may read it
candidacy-share-hint = If you do not tick it, the panel sees only your name and the date.
candidacy-send = Send the candidacy
candidacy-save = Save and go on later
candidacy-save-changes = Save the changes
candidacy-back = Back to the candidacy
candidacy-saved = It is saved. You can come back whenever you like.
candidacy-kept = Saved.
candidacy-not-kept = Not saved yet. Press “Save”, nothing is lost.
candidacy-not-kept-signed-out = Not saved: you are signed out. What you wrote is still here: sign in in another tab, then come back and press “Save”.
candidacy-not-kept-sign-in = Sign in in another tab
candidacy-sent = The candidacy is sent. Below you see what happens now.
candidacy-stale = You wrote in another window as well. What you wrote here is in the form; that of the other window is below. Choose and save.
candidacy-other-window = What stands in the other window
candidacy-call-closed = The call takes no more candidacies. What you wrote stays here.
candidacy-invalid-motives = Choose at least one thing that moves you, or say it in your own words.
candidacy-invalid-recovery = Write a few words on your path. A single sentence will do.
candidacy-invalid-sure = Tick the box, then press again.
candidacy-give-up-title = Changed your mind?
candidacy-give-up-text = You can leave it here. The draft is deleted and nothing is left.
candidacy-give-up = Delete the draft
candidacy-give-up-sure = Yes, I want to delete it
candidacy-given-up = The draft is deleted. Nothing is left.
candidacy-where = Where you stand and what happens now
candidacy-see-call = Read the call again
candidacy-step-draft = You began
candidacy-step-sent = You sent the candidacy
candidacy-step-interview = We agree on an interview
candidacy-step-talked = After the interview
candidacy-step-closed = The answer, with its reasons
candidacy-step-then = And then
candidacy-stage-draft = Draft
candidacy-stage-sent = Sent
candidacy-stage-interview = Interview
candidacy-stage-talked = After the interview
candidacy-as-training = Training begins
candidacy-as-preparation = A step of preparation
candidacy-as-other-way = Another way of taking part
candidacy-as-withdrawn = Withdrawn
candidacy-as-no-place = No place
candidacy-outcome-training = The training begins
candidacy-outcome-preparation = A step of preparation first
candidacy-outcome-other-way = Another way of taking part
candidacy-outcome-withdrawn = You withdrew
candidacy-outcome-no-place = There were not enough places
candidacy-next-draft = Write, and send it when you feel ready.
candidacy-next-draft-late = The call is closed. What you wrote is still here: look at the other open calls.
candidacy-next-sent = The panel proposes an interview to you.
candidacy-next-interview = You agree on the day, and meet.
candidacy-next-agreed = The day is set.
candidacy-next-talked = You read the notes together. Then the panel answers you, with its reasons.
candidacy-next-training = The training begins. Below you read how.
candidacy-next-preparation = Somebody accompanies you. Then you meet again, and you can apply once more.
candidacy-next-other-way = You try together the way that you chose. You can apply again whenever you like.
candidacy-next-no-place = You can ask for a conversation and apply again. Your words are kept.
candidacy-next-withdrawn = You can apply again whenever you like.
candidacy-next-on = You meet on { $day }.
candidacy-next-by = By { $by }.
candidacy-again = Apply again
candidacy-again-elsewhere = See the open calls
candidacy-your-words = Your words
candidacy-shared-now = The panel may read them now.
candidacy-not-shared-now = Nobody reads them now. The panel sees only your name and the date.
candidacy-unshare = Stop sharing them
candidacy-share-now = Let your words be read
candidacy-shared = The panel may now read your words.
candidacy-unshared = From now on the panel no longer reads your words.
candidacy-no-words = You wrote nothing.
candidacy-change-words = Change what you wrote
candidacy-who-read = Who read what
candidacy-nobody-read = Nobody has read anything yet.
candidacy-seen-line = { $name } read: { $what }
candidacy-seen-texts = what you wrote
candidacy-somebody = Somebody of the panel
candidacy-happened = What happened
candidacy-told-begun = You began the candidacy.
candidacy-told-sent = You sent the candidacy.
candidacy-told-talked = You met.
candidacy-told-closed = The candidacy is closed. The reasons are on this page.
candidacy-told-withdrawn = You withdrew the candidacy.
candidacy-told-shared = You let the panel read your words.
candidacy-told-unshared = You stopped sharing your words.
candidacy-told-link = You asked for a new link.
candidacy-told-waits = You have been waiting too long. We told whoever coordinates.
candidacy-link-title = Your personal link
candidacy-link-text = With this link you come back here without a profile. Whoever has it opens this page: do not give it to anybody.
candidacy-link-renew = Change the link
candidacy-link-renewed = This is your new link. The one before no longer works.
candidacy-account-offer = Create a profile
candidacy-account-text = With a profile you enter without a link and find everything again. We send you a mail to choose how.
candidacy-account-sent = The mail to create your profile is on its way.
candidacy-data = Download the data held on you
candidacy-withdraw-title = Do you want to withdraw?
candidacy-withdraw-text = You can, at any time, without saying why. You can apply again.
candidacy-withdraw-sure = Yes, I want to withdraw
candidacy-withdraw = Withdraw the candidacy
candidacy-withdrawn = You have withdrawn. Thank you for trying: the door stays open.
candidacy-erase-title = Erase everything
candidacy-erase-text = Everything held on you is erased for good. This page too.
candidacy-erase-sure = Yes, erase everything
candidacy-erase = Erase my data
candidacy-erased = Everything is erased.
retention-candidacy = The candidacy and the words of whoever applies, encrypted: until a year after its end. If training begins, the year is counted from the end of the training.
retention-candidacy-told = What happened in a candidacy: whoever applies reads it, as long as the candidacy is there.
retention-candidacy-seen = Who read a candidacy and when: whoever applies sees it, as long as the candidacy is there.
candidacy-todo-draft = Finish your candidacy
candidacy-todo-draft-why = The draft waits for you. You can also leave it there.
candidacy-todo-meeting = Answer: a meeting was proposed to you
candidacy-todo-meeting-why = You can say yes, or ask for another time.
candidacy-todo-note = Read the note written with you
candidacy-todo-note-why = It counts only once you have read it. You can add your own words.
candidacy-todo-look = See where your candidacy stands
candidacy-todo-waits = Candidacies still for more than four weeks: { $number }
candidacy-todo-waits-why = There are people waiting for a step of yours.
