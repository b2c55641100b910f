# Editions of a course
edition-list-title = Editions: { $name }
edition-none = There is no edition yet
edition-none-text = An edition has its dates, its places and its people.
edition-new = Add an edition
edition-edit = Change the edition
edition-edit-lead = Dates, places, where. People who want to take part read what you write.
edition-title = What it is called
edition-title-hint = For example: spring 2027.
edition-starts = First day
edition-ends = Last day
edition-places = Places
edition-venue = Where
edition-venue-hint = An address, or how to take part from afar.
edition-pace = Days, hours and form
edition-pace-hint = Write also how they bend to a person: breaks, hours made up, half days.
edition-open = People can ask to take part
edition-add = Add the edition
edition-save = Save the edition
edition-added = The edition is added.
edition-saved = The edition is saved. If places became free, they went to those who were waiting.
edition-invalid-ends = The last day comes before the first.
edition-invalid-places = Write a number from 1 to 500.
edition-invalid-taken = { $taken } places are taken already: there cannot be fewer.
edition-when = From { $from } to { $until }
edition-places-taken = Places taken: { $taken } of { $places }. On the waiting list: { $waiting }.
edition-places-free = { $free ->
    [one] One place is free.
   *[other] { $free } places are free.
 }
edition-places-none = All places are taken. You can ask all the same: there is a waiting list.
edition-is-open = People can ask to take part.
edition-is-closed = People cannot ask to take part now.
edition-course-draft = The course is not public yet: nobody can find this edition.
edition-nobody = Nobody has asked yet
edition-nobody-text = When somebody asks to take part, you find them here, in the order of asking.
edition-group-asked = People who asked to take part
edition-group-placed = People who take part
edition-group-waiting = People who wait for a place
edition-group-completed = People who completed the course
edition-group-left = People who left
edition-person-erased = A person who erased their data
edition-asked-on = Asked on { $day }.
edition-back-on = Thinks of coming back on { $day }.
edition-offer-due = Group to be offered
edition-back = Back to the edition
edition-lessons = Lessons and attendance
edition-fieldwork = Internship and shadowing
edition-invite-title = Invite somebody
edition-invite-text = They get an invitation to open a profile. Then they decide whether to ask to take part. Nobody is enrolled by somebody else.
edition-invite-name = Their name
edition-invite-email = Mail address
edition-invite-send = Send the invitation
edition-invited = The invitation is on its way.

# Where a person stands
edition-state-asked = Request received
edition-state-waiting = On the waiting list
edition-state-admitted = With a place
edition-state-paused = On a break
edition-state-completed = Course completed
edition-state-left = No longer in the course
edition-turn-asked = Asked to take part
edition-turn-waited = Put on the waiting list
edition-turn-admitted = Given a place
edition-turn-paused = Began a break
edition-turn-returned = Back from the break
edition-turn-completed = Course completed
edition-turn-left = Left the course
edition-turn-group-offered = A group was offered
edition-first-day = First day
edition-last-day = Last day
edition-their-next-asked = The person is waiting for an answer. If no place is left, they join the waiting list.
edition-their-next-waiting = The first place that becomes free goes to whoever has waited longest. The person gets a message.
edition-their-next-admitted = The course goes on until { $until }. If the person needs a break, you can note it here.
edition-their-next-paused = Their place and all they have done stay theirs. When they come back, note the return.
edition-their-next-completed = Once the rules of the course are met, you can propose their certificate.
edition-their-next-left = They can ask again, in this edition or another.
edition-next-asked = Those who run the course read the request and answer. The answer comes here.
edition-next-waiting = The first place that becomes free goes to whoever has waited longest. You get a message.
edition-next-before = The course begins on { $from }.
edition-next-admitted = The course goes on until { $until }. You can take a break when you need one.
edition-next-paused = Your place and all you have done stay yours. Come back when you like.
edition-now-completed = The certificate
edition-next-completed = Once the rules of the course are met and two people have signed it, you find it among your certificates.
edition-next-left = You can ask again, in this edition or another.

# The person, seen by who runs the course
edition-path-title = The path, in their own words
edition-path-lead = The person said that they have a recovery path of their own. Their word is enough: ask for nothing else.
edition-path-call = They come from a candidacy, which spoke of their path. Ask for nothing else.
edition-group-title = Group or association
edition-group-lead = If they have none, offer one. It is not a condition for the place.
edition-group-link = See groups and associations
edition-group-list = the list of groups
edition-group-offered = Offered on { $day }: { $group }
edition-group-was-offered = The offer is written: the person reads it on their page.
edition-belonging-they-unsaid = They did not say whether they are part of a group.
edition-belonging-they-belongs = They are part of a group or an association.
edition-belonging-they-would-like = They have no group, and would like one.
edition-belonging-they-not-now = They have no group, and that is fine for now.
edition-belonging-belongs = I am part of a group or an association
edition-belonging-would-like = I have none, and would like one
edition-belonging-not-now = I have none, and that is fine for now
edition-offer-group = Which group you offer
edition-offer-group-hint = Name, place, and whom to contact.
edition-offer-send = Offer the group
edition-pace-title = Pace and form that help
edition-pace-none = The person asked for nothing in particular.
edition-agree-agreed = What you decided together
edition-agree-agreed-hint = The person reads it on their page.
edition-agree-save = Save what was agreed
edition-agreed = What was agreed is saved.
edition-do-admitted = Give a place
edition-do-paused = Note a break
edition-do-returned = Note that they are back
edition-do-completed = Note that they completed the course
edition-admitted = The place is given. The person gets a message.
edition-no-place-left = No place is free any more: the last may have been given just now. The person is on the waiting list and gets a message.
edition-paused = The break is noted. The place stays theirs.
edition-returned = It is noted that they are back.
edition-completed = The course is completed.

# Asking to take part
edition-ask-title = Ask to take part
edition-ask-own-path = I have done, or am doing, a recovery path of my own, and take an active part in it
edition-ask-own-path-hint = It is the one thing we ask for. Your word is enough: nobody asks for a diagnosis or for papers.
edition-ask-path = If you like, tell it in your own words
edition-ask-path-hint = You can leave it empty.
edition-ask-belonging = A self-help group or an association
edition-ask-belonging-hint = If you have none, we offer you one. It changes nothing about the place.
edition-ask-wish = Which pace and form help you
edition-ask-wish-hint = Hours, breaks, place, materials: write what you need.
edition-ask-who-reads = Your words are encrypted. Only those who run the course read them. You can change them when you like.
edition-ask-send = Send the request
edition-ask-closed = One cannot ask for this edition now.
edition-ask-closed-typed = While you were writing, this edition closed to requests. Nothing was sent. Your words are below: you can copy them for another edition.
edition-asked = Your request has arrived.
edition-invalid-own-path = To take part you need a path of your own. If you have one, tick the box: your word is enough. If you are unsure, talk to the reality.

# My courses
edition-mine-title = My courses
edition-mine-lead = The courses you take part in, and those you asked for. Only you see this page.
edition-mine-none = You do not take part in a course yet
edition-mine-none-text = When you ask to take part, you find here where you stand and what comes next.
edition-mine-find = Look for a course
edition-mine-so-far = You have done { $hours } so far.
edition-mine-past = Over
edition-own-course = The page of the course
edition-own-links = Your course
edition-own-lessons = Lessons and attendance
edition-own-fieldwork = Internship and shadowing
edition-own-diary = Your diary
edition-own-certificates = Your certificates
edition-agreed-title = What you decided together
edition-own-group-title = A group for you
edition-own-group-offer = You were offered: { $group }
edition-own-group-text = A group upholds those who walk this path. You choose whether, and which.
edition-own-words = Your words
edition-own-words-save = Save your words
edition-seen-title = Who read them
edition-seen-nobody = Nobody has read them yet.
edition-seen-line = { $name }, { $when }
edition-words-saved = Your words are saved.
edition-pause-title = Take a break
edition-pause-text = The place stays yours, and you lose nothing of what you have done. You do not have to explain why.
edition-pause-back-on = When you think of coming back
edition-pause-back-on-hint = You can leave it empty.
edition-pause-begin = Begin the break
edition-own-paused = You are on a break. Come back when you like.
edition-come-back = I am back from the break
edition-own-returned = It is good to have you back.
edition-leave-title = Leave the course
edition-leave-text = If you leave, the place goes to whoever is waiting. What you have done stays on record, and your words disappear. If you only need time, take a break.
edition-leave-sure = Yes, I want to leave
edition-leave-go = Leave the course
edition-invalid-sure = If you really want to leave, tick the box.
edition-own-left = You left the course. You can ask again when you like.

# Start of who runs courses
edition-start-title = Training
edition-start-lead = The editions that you run or teach in, and what there is to do.
edition-start-courses = Courses of { $name }
edition-start-now = Under way
edition-start-next = To come
edition-start-done = Just over
edition-start-none = No edition is under way or to come
edition-start-none-text = Open a course of your reality and add an edition.
edition-due-asked = { $number ->
    [one] One person waits for an answer.
   *[other] { $number } people wait for an answer.
 }
edition-due-groups = { $number ->
    [one] One person has not been offered a group.
   *[other] { $number } people have not been offered a group.
 }
edition-due-complete = { $number ->
    [one] The course is over: note whether one person completed it.
   *[other] The course is over: note who completed it, among { $number } people.
 }
edition-step-asked = Requests to take part in a course that wait for an answer: { $number }
edition-step-wanted = { $number ->
    [one] One person waits for a course
   *[other] { $number } people wait for a course
 }
edition-step-wanted-why = No edition is open now: open one, or tell the panel when it begins.
edition-step-mine = Go to your course: { $name }

# Messages: they do not say what it is about
edition-mail-place-subject = There is news for you
edition-mail-place-body = Hello { $name },

    there is a place for you. You find everything on your page:
    { $link }

    If you changed your mind, you can say so there.
edition-mail-waiting-subject = There is news for you
edition-mail-waiting-body = Hello { $name },

    we answered your request. You find everything on your page:
    { $link }
retention-enrolment-seen = Who read your words for a course and when: you see it, as long as you take part.
retention-enrolment = Taking part in courses, and your encrypted words. If you erase your data, the words go and a number without a name stays.
