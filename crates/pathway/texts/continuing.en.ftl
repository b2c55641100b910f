continuing-title = Continuing training
continuing-lead = What you offer your experts, as for every health and social profession.
continuing-charter-met = The Charter asks you to offer at least { $hours } hours in { $months } months to each active expert. You offered enough to all: { $met } of { $all }.
continuing-charter-open = The Charter asks you to offer at least { $hours } hours in { $months } months to each active expert. So far you have offered enough to { $met } of { $all }. Meetings that are planned count from their day.
continuing-charter-nobody = The Charter asks you to offer at least { $hours } hours in { $months } months to each active expert. Nobody has been active here for that long.
continuing-new = Offer a meeting
continuing-edit = Change the offer
continuing-add = Send the offer
continuing-save = Save the offer
continuing-added = The offer is sent. The experts see it.
continuing-changed = The change is saved.
continuing-was-called-off = The meeting is called off. Those who were coming get a message. It does not count among the hours offered.
continuing-off-title = Call off: { $topic }
continuing-off-lead = Those who had said they come get a message, and read the reason here.
continuing-off-why = Why it does not take place
continuing-off-why-hint = It is read by the experts who had said they come. Do not name anybody’s health.
continuing-off-said-why = It does not take place. Reason: { $why }
continuing-off-said = It does not take place.
continuing-why = Reason: { $why }
continuing-off-mail-subject = A meeting is called off
continuing-off-mail-body =
    Hello { $name },

    the meeting of { $when } does not take place.
    The reason is on your page: { $link }
continuing-changed-mail-subject = A meeting changes
continuing-changed-mail-body =
    Hello { $name },

    the meeting of { $when } that you said you would come to has changed.
    When: { $new }
    Where: { $place }

    If you cannot come now, you can say so here: { $link }
continuing-stale = Somebody else has just changed this offer. What you wrote is here: check it and save again.
continuing-plan-lead = What counts is what you offer. Whoever does not come need not explain why.
continuing-empty = There is no offer yet
continuing-empty-text = Here stand the training meetings you offer. Each expert sees theirs and says whether they come.
continuing-topic = What it is about
continuing-about = More about it
continuing-starts = When it begins
continuing-minutes = How long it lasts, in hours
continuing-minutes-hint = For example 3, or 1.5, or 1:30.
continuing-place = Place
continuing-link = Address of the video room
continuing-link-hint = It must begin with https://
continuing-team = Together with which team
continuing-team-hint = If it is together with the team, write its name here.
continuing-audience = For whom it is
continuing-audience-everyone = For all experts who are active here
continuing-audience-some = Only for those I choose below
continuing-invited = Whom you invite
continuing-for-everyone = For all active experts
continuing-for-some = { $number ->
    [one] For one expert
   *[other] For { $number } experts
 }
continuing-who-comes = Coming: { $names }
continuing-held = Held
continuing-to-come = Planned
continuing-called-off = Called off
continuing-call-off = Call the meeting off
continuing-back = Back to the offers
continuing-own-title = My continuing training
continuing-own-lead = What is offered to you and the hours you gather. Only you see your hours.
continuing-own-sum = Since { $from } you have gathered { $length }.
continuing-counts-text = Hours from any source count: meetings, courses, conferences, supervision, reading together. The Charter asks your reality to offer you at least { $hours } hours in { $months } months. It asks nothing of you: an absence weighs on nobody.
continuing-own-empty = There is nothing offered to you now
continuing-own-empty-text = When your reality offers a meeting, you find it here. You can already write down hours done elsewhere.
continuing-coming = Offered to you
continuing-with-team = together with { $team }
continuing-open-video = Enter the video room
continuing-come = I am coming
continuing-not-come = I am not coming
continuing-answer-yes = You are coming
continuing-answer-no = You are not coming
continuing-answered-yes = Thank you, we look forward to it. We write to you the day before.
continuing-answered-no = That is fine. If you change your mind, you can say so here.
continuing-to-calendar = Put the meeting in my calendar
continuing-calendar-title = Meeting
continuing-past = Past meetings
continuing-past-text = If you were there, add the hours to yours. Your word is enough.
continuing-was-there = I was there: add the hours
continuing-already-kept = It is among your hours.
continuing-own-hours = My hours
continuing-own-none = You have not written down any hours yet.
continuing-keep-title = Add hours
continuing-keep-text = From other realities or on your own as well. The words are encrypted with your key.
continuing-keep = Add the hours
continuing-kept = The hours are among yours.
continuing-remove = Take away
continuing-removed = The hours are taken away.
continuing-hours-day = On which day
continuing-hours-minutes = For how many hours
continuing-hours-minutes-hint = For example 3, or 1.5, or 1:30. For half an hour: 0:30.
continuing-hours-what = What you did
continuing-hours-source = With whom or where
continuing-step-answer = Say whether you come to the training offered to you: { $number }
continuing-mail-subject = There is a meeting tomorrow
continuing-mail-body =
    Hello { $name },

    tomorrow is the meeting you said you would come to.
    When: { $when }
    Where: { $place }

    If you cannot come any more, say so here: { $link }
continuing-invalid-place = Write a place or the address of a video room.
continuing-invalid-invited = Choose at least one person, or offer the meeting to all.
continuing-invalid-future = Choose a day that has passed, or today.

retention-continuing-answer = Invitations and answers to training offers: kept as long as the person wants.
retention-continuing-own = The hours of training gathered: the words are encrypted with the person's key and stay as long as the person wants.
