# How it goes on after a candidacy.
outcome-kind-training = The training begins
outcome-kind-preparation = A step of preparation first
outcome-kind-other-way = Another way of taking part
outcome-kind-no-place = No places for now
outcome-text-training = It goes on: the training awaits you.
outcome-text-preparation = You go on together, with somebody at your side and a day to meet again.
outcome-text-other-way = Together you chose another way to be part of it.
outcome-text-no-place = There are fewer places than people. It says nothing about you: you can apply again.
outcome-later = No course is open now. Whoever coordinates knows it. On { $when } you can talk about it: ask when it begins.
outcome-later-talked = No course is open now. Whoever coordinates knows it. To know when it begins, you can ask here:
outcome-later-open = You can ask for a place now.
outcome-later-course = Go to the course
outcome-later-ask = how to reach { $organisation }
outcome-told-no-edition = No course is open now. We told whoever coordinates.
outcome-close-title = Tell { $name } what happens next
outcome-close-lead = The person reads all of it at once. Write as you would speak to somebody you respect.
outcome-early = You have not met yet. For now you can only say that there are no places.
outcome-note-unread = The person has not read the note yet: until they do, it does not count.
outcome-kind = What happens next
outcome-reasons = Why
outcome-reasons-hint = In plain words, beginning with what is good. Never on how somebody is doing.
outcome-conversation-title = The conversation you offer
outcome-conversation-text = The person can come, or say no. Offer it within thirty days.
outcome-conversation = Day and time
outcome-conversation-at = Where, or how
outcome-conversation-at-hint = For example: at our place, or by telephone.
outcome-prepare-title = If there is a step of preparation first
outcome-accompanies = { $name } accompanies you. You meet again on { $day }.
outcome-accompanies-them = { $name } accompanies the person. They meet again on { $day }.
outcome-companion = Who accompanies the person
outcome-companion-nobody = Choose somebody
outcome-meet-again-on = When you meet again
outcome-steps = What you do until then
outcome-steps-hint = Whoever accompanies reads it too.
outcome-other-title = If you chose another way
outcome-chosen = The way chosen together
outcome-close-button = Send the answer
outcome-close-back = Back to the candidacy
outcome-closed = The answer is sent. The person reads it on their page.
outcome-meanwhile = Something happened in this candidacy meanwhile. What you wrote is still here: check it, then send.
outcome-invalid-conversation = Choose a time within thirty days from today.
outcome-invalid-again = Choose a day from tomorrow to a year from today.
outcome-invalid-early = Meet first: without a meeting one can only say that there are no places.
outcome-conversation-offered = Conversation offered: { $when }, { $where }.
outcome-conversation-yours = If you like, we talk about it: { $when }, { $where }.
outcome-answered-yes = The person will come.
outcome-answered-no = The person would rather not.
outcome-not-answered = Has not answered yet.
outcome-reasons-title = Why
outcome-way-chosen = The way chosen together
outcome-way-steps = What you do until then
outcome-talk-title = Talking about it
outcome-say-yes = Yes, I will come
outcome-say-no = No, thank you
outcome-you-said-yes = You said yes.
outcome-you-said-no = You said no. That is fine: until that day you can change your mind.
outcome-answered = Thank you, the panel knows.
outcome-told-companion = { $name } accompanies you in the preparation.
outcome-told-yes = You said yes to the conversation.
outcome-told-no = You said no to the conversation.
outcome-mail-subject = There is an answer for you
outcome-mail-body =
    Hello,

    the panel has answered. You find everything on your page:

    { $link }

    If you want to talk about it, it also says when.
outcome-mail-no-edition-subject = Alla pari: somebody waits for a course
outcome-mail-no-edition-body =
    Hello { $name },

    for “{ $call }” somebody can begin the training. But no edition is open now, and the person waits for the dates from you.

    Open an edition, or tell the panel when it begins. The panel can speak of it with the person on { $when }.

    From here you go on:

    { $link }
outcome-mail-companion-subject = You accompany somebody
outcome-mail-companion-body =
    Hello { $name },

    somebody counts on you for a stretch of the way. You all meet again on { $when }.

    You find everything here:

    { $link }
outcome-panel-answered-subject = An answer to the conversation you offered
outcome-panel-answered-body =
    Hello { $name },

    there is an answer to the conversation that you offered:

    { $link }
outcome-panel-withdrawn-subject = A meeting does not take place
outcome-panel-withdrawn-body =
    Hello { $name },

    the meeting planned for { $when } does not take place. There is nothing to answer. The details are here:

    { $link }
outcome-again-subject = We meet again soon
outcome-again-body =
    Hello,

    we meet again on { $when }. On your page you can go on whenever you want:

    { $link }
outcome-again-companion-subject = You meet again soon
outcome-again-companion-body =
    Hello { $name },

    you meet again on { $when }. You find everything here:

    { $link }
outcome-again-on = You meet again on { $day }.
outcome-companion-title = Whom I accompany
outcome-companion-lead = A stretch of the way together, until the day you meet again.
outcome-none-title = You accompany nobody now
outcome-none-text = When a selection begins with a step of preparation, it may ask you to be at the candidate’s side.
outcome-step-read = There is an answer for you
outcome-step-read-why = Read the reasons. Then say whether you want to talk about it.
retention-outcome = Answers to candidacies: removed after two years. When the person erases their data, only the days stay.
