lesson-list-title = Meetings of the course
lesson-list-lead = Here are the meetings of this edition and who was there. Open a meeting to mark who is present.
lesson-new = Add a meeting
lesson-edit = Change the meeting
lesson-add = Add the meeting
lesson-save = Save the meeting
lesson-added = The meeting is in the programme.
lesson-changed = The change is saved.
lesson-was-called-off = The meeting is called off. It stays in the programme, and says so.
lesson-plan-lead = Say when, where and with whom. Those who take part see it at once.
lesson-empty = There is no meeting yet
lesson-empty-text = When you add meetings, those who take part see the dates and can put them in their calendar.
lesson-title = What it is about
lesson-starts = When it begins
lesson-length = How long it lasts
lesson-minutes = How long it lasts, in hours
lesson-minutes-hint = For example 3, or 1.5, or 1:30.
lesson-part = How one learns
lesson-module = Which module it belongs to
lesson-no-module = No module
lesson-place = Place
lesson-link = Address of the video room
lesson-link-hint = It must begin with https://
lesson-team = Together with which team
lesson-team-hint = If the meeting is with the team that the trainees will join, write its name here.
lesson-teacher = Who holds the meeting
lesson-state = How it stands
lesson-held = Held
lesson-to-come = Planned
lesson-called-off = Called off
lesson-called-off-text = This meeting is called off. Its hours do not count.
lesson-with-team = Together with: { $team }
lesson-trainees = Who takes part
lesson-trainees-lead = In alphabetical order. It shows who needs to make hours up, and is not for comparing people.
lesson-who = Who
lesson-column-meetings = Meetings
lesson-to-field = Internships and shadowing of this edition
lesson-to-list = All meetings
lesson-trail-courses = Courses
lesson-trail-teaching = Training
lesson-trail-own = My courses
lesson-present = Who was there
lesson-present-lead = Tap the names of those who are there. You can save several times: only what you tapped changes.
lesson-who-was-there = Who is there
lesson-nobody = Nobody has been admitted to this edition yet.
lesson-too-early = You can mark who is there from an hour before it begins.
lesson-mark = Save who was there
lesson-marked = It is saved who was there.
lesson-by-code = by the code
lesson-made-up-part = made { $length } up on { $on }
lesson-made-up-all = made all of it up on { $on }
lesson-to-code = Show the code to scan
lesson-make-up-title = Hours made up
lesson-make-up-lead = Whoever was not there can make it up in another way: another group, a talk, reading together.
lesson-made-up = How much was made up, in hours
lesson-made-up-most = For example 1, or 1:30. At most { $most }, as long as the meeting lasts.
lesson-on = On which day
lesson-make-up = Save the hours made up
lesson-make-up-kept = The hours made up are saved.
lesson-change-title = Change the programme
lesson-call-off = Call the meeting off
lesson-call-off-text = If you call it off, its hours and the presences already marked no longer count.
lesson-off-sure = Yes, I want to call it off
lesson-invalid-sure = If you really want to call it off, tick the box.
lesson-open-video = Enter the video room
lesson-stale = Somebody else has just changed this meeting. What you wrote is here: check it and save again.
lesson-code-title = Code for who is there
lesson-code-lead = Show it in the room. Those who take part scan it with the phone and tap once.
lesson-code-today = The code is valid today, until midnight.
lesson-code-only-on = The code is valid only on the day of the meeting: { $day }.
lesson-code-picture = Code to scan with the phone
lesson-code-address = Who cannot scan it opens this address:
lesson-code-make = Make the code
lesson-code-renew = Make a new code: the old one ends
lesson-code-back = Back to who was there
lesson-tap-title = Are you here?
lesson-tap-text = Tap the button: you are marked as present.
lesson-tap = I am here
lesson-tapped = You are marked as present.
lesson-tap-already = You are already marked as present. There is nothing more to do.
lesson-tap-over = This code is valid only on the day of the meeting. If you were there, tell whoever runs the course.
lesson-tap-not-yours = You are not among those who take part in this meeting. If this is wrong, tell whoever runs the course.
lesson-own-title = My meetings
lesson-own-lead = The dates, where, and how far you have come. You see it, together with whoever runs the course.
lesson-own-empty = There is no programme yet
lesson-own-empty-text = Whoever runs the course adds the meetings here. You can then put them in your calendar.
lesson-own-asks-meetings = For the certificate the course asks you to be there for at least { $percent } per cent of the hours of meetings.
lesson-own-asks-field = For the certificate the course asks you to be there for at least { $percent } per cent of the hours of meetings. It also asks for { $field } in the field.
lesson-own-asks = For the certificate the course asks you to be there for at least { $percent } per cent of the hours of meetings. It also asks for { $field } in the field, { $shadowing } of them shadowing.
lesson-own-coming = Next meetings
lesson-own-cannot = I cannot come
lesson-own-come = I am coming
lesson-own-away = You said that you cannot come.
lesson-own-said-away = Thank you for saying so. You need not explain.
lesson-own-said-coming = Good, see you there.
lesson-said-away = said they cannot come
lesson-own-past = Past meetings
lesson-own-past-text = If you were there and it is not marked, or if you want to make hours up, talk to whoever runs the course.
lesson-own-there = You were there
lesson-own-not-there = Not marked as present
lesson-own-made-up = You made { $length } up
lesson-own-calendar = Put the meetings in my calendar
lesson-own-to-field = My hours in the field
lesson-own-to-diary = My diary
lesson-calendar-title = Meeting
lesson-step-next = Your next meeting: { $when }, { $place }
lesson-step-next-video = Your next meeting, by video: { $when }
lesson-remind-subject = There is a meeting tomorrow
lesson-remind-body =
    Hello { $name },

    tomorrow there is a meeting you take part in.
    When: { $when }
    Where: { $place }

    If you cannot come, say so here: { $link }
    You need not explain.
lesson-off-mail-subject = A meeting is called off
lesson-off-mail-body =
    Hello { $name },

    the meeting of { $when } does not take place.

    The other dates: { $link }
lesson-moved-mail-subject = A meeting has another day or time
lesson-moved-mail-body =
    Hello { $name },

    the meeting of { $when } is now on { $new }.

    All dates: { $link }
lesson-picture-title = How far you have come
lesson-coming = From today on
lesson-past = Past meetings, the latest first
lesson-picture-edition = How far this edition has come
lesson-picture-done = done
lesson-picture-held = held
lesson-picture-open = to come
lesson-picture-field = In the field
lesson-picture-shadowing = Shadowing
lesson-invalid-moment = Write day and time, for example 31/5/2026 10:30.
lesson-invalid-minutes = Write hours, not minutes: at most { $most }. For example 2, or 1.5, or 1:30.
lesson-invalid-place = Write a place or the address of a video room.
lesson-invalid-future = Choose a day that has passed, or today.

retention-lesson-notice = The meetings you said you cannot come to, and the reminders you got: kept with your place in the course.
retention-lesson-presence = Who was at the meetings of a course: kept as long as the certificate needs it. If whoever marked it erases their data, the name disappears.
