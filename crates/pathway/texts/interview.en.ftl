# The meetings of a selection.
interview-state-proposed = Proposed
interview-state-accepted = Agreed
interview-state-moved = Another time asked for
interview-state-held = Took place
interview-state-called-off = Called off
interview-when = { $when }, about { $minutes } minutes
interview-at-place = Where: { $place }
interview-open-room = Open the video room
interview-to-calendar = Add to your calendar
interview-calendar-title = A meeting
interview-step-accept = Fine, I will be there
interview-step-move = Ask for another time
interview-step-hold = We met
interview-step-call-off = Call the meeting off
interview-ask-another = Ask for another time
interview-part-title = Your meetings
interview-wish-title = When they could
interview-trail-candidacy = Your candidacy
interview-answer-title = Your meeting
interview-answer-lead = It is a meeting to get to know each other, not an exam. If the time does not suit you, ask for another.
interview-another-title = Another time
interview-another-text = Write when you could, or whether you prefer another place or a video call. You need not say why.
interview-wish = When you could
interview-wish-hint = For example: in the afternoon, after four, except on Thursdays.
interview-propose-title = Propose a meeting to { $name }
interview-propose-lead = The person can say yes, or ask for another time.
interview-propose-anew-text = The new proposal takes the place of the one that stands.
interview-starts = Day and time
interview-minutes = How long, in minutes
interview-place = Where
interview-place-hint = A place easy to reach, where you can talk in peace.
interview-link = Or: address of the video room
interview-link-hint = Starts with https://
interview-propose = Send the proposal
interview-proposed = The proposal is sent. Now it is the person’s turn.
interview-proposed-unreached = The proposal is on the person’s page. We have no mail address of theirs: if you can, tell them yourselves.
interview-held = Good. Now you can write the note together.
interview-called-off = The meeting is called off and the person knows.
interview-called-off-unreached = The meeting is called off. We have no mail address of the person: if you can, tell them yourselves.
interview-accepted = Good, see you there. The day before we write to you, if we have an address of yours.
interview-moved = We told the panel that you look for another time.
interview-invalid-instant = Write day and time like this: 24/11/2026 15:30.
interview-invalid-starts = Choose a time between now and six months from now.
interview-invalid-minutes = Write a number from 10 to 240.
interview-invalid-where = Write a place, or the address of a video room.
interview-meanwhile = Somebody else of the panel has just proposed: { $there }. What you wrote is still here: if you send it, it takes the place of that proposal.
interview-answer-meanwhile = The meeting has just changed. What you wrote is still here: look at how it is now, then answer.
interview-told-proposed = { $name } proposes a meeting: { $detail }.
interview-told-anew = { $name } proposes another time: { $detail }.
interview-told-called-off = { $name } called the meeting off: { $detail }.
interview-told-accepted = You agreed to the meeting: { $detail }.
interview-told-moved = You asked for another time. It was: { $detail }.
interview-seen-wish = when you could
interview-mail-subject = A proposal for a meeting
interview-mail-body =
    Hello,

    we propose a meeting: { $when }.

    To answer, open your page:

    { $link }
interview-off-subject = A meeting is called off
interview-off-body =
    Hello,

    the meeting planned for { $when } is called off.

    Your page says what happens next:

    { $link }
interview-remind-subject = A meeting tomorrow
interview-remind-body =
    Hello,

    a reminder of the meeting: { $when }.

    Where and how is on your page:

    { $link }
interview-remind-panel-subject = A meeting tomorrow
interview-remind-panel-body =
    Hello { $name },

    a reminder of the meeting: { $when }.

    The details are here:

    { $link }
interview-panel-accepted-subject = A meeting is agreed
interview-panel-accepted-body =
    Hello { $name },

    the meeting is agreed: { $when }.

    The details are here:

    { $link }
interview-panel-moved-subject = Another time is needed for a meeting
interview-panel-moved-body =
    Hello { $name },

    the meeting planned for { $when } needs another time.

    Propose one here:

    { $link }
retention-interview = The meetings of a candidacy: removed after a year.
