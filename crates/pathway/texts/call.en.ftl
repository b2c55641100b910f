call-title-list = Open calls
call-lead-list = These realities are looking for peer support experts. Read in your own time: you can try a day, or apply.
call-territorio = Where
call-everywhere = All over Italy
call-search = Search the calls
call-search-go = Show
call-empty = No open call at the moment
call-empty-text = Calls appear here when a reality publishes them. Meanwhile you can get to know the realities near you.
call-empty-action = See the realities
call-open-until = You can apply until { $until }.
call-with-trial = You can also try a day.
call-lost-link = Have you begun already? Pick up where you left off
call-way-title = How one becomes an expert
call-way-read = Read a call. Where it is offered, you can try a day first, with no strings attached.
call-way-write = Write your candidacy. It takes five minutes. Nobody asks for a diagnosis or a qualification.
call-way-meet = Meet experts and professionals. It is a conversation, not an exam.
call-way-answer = Get an answer with its reasons, and a way to go on.
call-way-learn = Follow a course, with the breaks you need. At the end you receive a certificate.
call-doubt-title = Not sure whether this is for you?
call-doubt-text = What counts is what you have lived through, yourself or beside someone close to you. Your word is enough. You can stop, come back later or withdraw, without saying why.
call-doubt-ask = Would you like to talk to someone first?
call-doubt-link = Find a reality near you
call-by = A call by
call-days = From { $from } to { $until }.
call-places-count = { $count ->
    [one] There is one place.
   *[other] There are { $count } places.
}
call-apply = Write your candidacy
call-try = Try a day
call-yours = You already have a candidacy for this call.
call-yours-link = Go to your candidacy
call-apply-text = It takes less than five minutes. You need no profile. You can stop and go on whenever you like.
call-purpose = What it is for
call-purpose-hint = In plain words: what the person will do, with whom, where.
call-valued = What counts
call-valued-hint = Empathy, listening, the wish to get involved, a recovery path. Never an educational qualification.
call-not-asked = What is not asked
call-not-asked-text = No educational qualification is asked for. No diagnosis is asked for. Your word on your own path is enough.
call-not-asked-law = Sometimes the law asks a public body to compare people for a paid post. That happens elsewhere, not here.
call-steps = The steps
call-steps-hint = One step to a line, in the order in which they happen.
call-how-we-meet = How we meet
call-form-interview = An interview
call-form-written = A written test
call-form-test = A test
call-form-marks = Marks
call-other-forms = The network’s Charter prefers the interview. Do ask why something else is used here.
call-panel-text = Experts and professionals meet you together. Nobody gives you a mark.
call-panel-experts = { $count ->
    [one] one peer support expert
   *[other] { $count } peer support experts
}
call-panel-professionals = { $count ->
    [one] one professional
   *[other] { $count } professionals
}
call-your-words = Your words stay yours
call-your-words-text = What you write is encrypted. The panel reads it only if you decide so. You can change your mind. You see who read it and when.
call-notes-kept = { $days ->
    [one] You write the notes of the interview together. They are deleted at the latest one day after the call closes or, if you begin them later, one day after you begin them.
   *[other] You write the notes of the interview together. They are deleted at the latest { $days } days after the call closes or, if you begin them later, { $days } days after you begin them.
}
call-manage = Manage this call
call-nominate = Do you know somebody who would fit? Hand them an invitation
call-note-draft = This call is a draft. Only you see it.
call-note-opens = You can apply from { $on }.
call-note-closed = This call is closed. It takes no more candidacies. Have a look at the other calls.
call-trail-organisations = Realities
call-title-own = Calls
call-title-of = Calls: { $name }
call-lead-own = Here you write calls for people who want to become experts. They are public only once you publish them.
call-own-empty = You have no calls yet
call-own-empty-text = A call says what counts, the steps and the dates. So everyone knows what to expect.
call-new = Write a call
call-edit-lead = Write as you speak. Whoever reads may be in a fragile moment.
call-created = The draft is saved. Now put the panel together.
call-saved = The call is saved.
call-published = The call is published. People can now answer it.
call-closed = The call is closed. The candidacies that arrived go on.
call-stale = Somebody changed the call while you were writing. What you wrote is here: compare, and save again.
call-other-wrote = What it says now
call-title = Title
call-title-hint = For example: We are looking for three experts for the day centre.
call-opens-on = First day to apply
call-closes-on = Last day to apply
call-places = How many places there are
call-places-hint = Leave it empty if you do not know.
call-forms = How you meet people
call-forms-hint = The Charter prefers the interview.
call-notes-days = For how many days you keep the notes
call-notes-days-hint = At most 90, from the day the call closes or, if you begin them later, from that day. If the answer comes sooner, they count from there. Whoever applies reads it at once.
call-trial = People can try a day before they apply
call-leads-to = The course that follows
call-no-course = None, for now
call-save = Save the call
call-words-title = What the call says
call-see-public = See the public page
call-panel = Panel
call-publish-title = Publish
call-publish = Publish the call
call-close-title = When no more candidacies are needed
call-close-text = Once it is closed, no more candidacies arrive. Those that arrived go on.
call-close = Close the call
call-state-draft = Draft
call-state-published = Published
call-state-closed = Closed
call-charter-title = What the Charter says
call-rule-i2 = A call asks for no educational qualification
call-rule-i2-article = Charter, rule I2
call-rule-i2-met = The text asks for no qualification.
call-rule-i2-asks = The text seems to ask for one here: “{ $part }”.
call-rule-i2-next = Take the request out. You can write that none is needed.
call-rule-i3 = The interview is the form used
call-rule-i3-article = Charter, rule I3
call-rule-i3-met = You meet people in an interview.
call-rule-i3-uses = You use something else as well: { $forms }.
call-rule-i3-next = You can, but the Charter will say that the rule is not met. The interview is enough.
call-invalid-qualification = Selection must not depend on an educational qualification (Charter, rule I2). Change this part: “{ $part }”.
call-invalid-closes = The last day cannot come before the first.
call-invalid-number = Write a number from { $least } to { $most }.
call-invalid-notes-longer = People who applied already read { $days } days. You cannot keep notes for longer.
call-invalid-panel = First comes the panel, experts and professionals together (Charter, rule I1).
call-invalid-not-listed = First the secretariat confirms your profile sheet.
call-invalid-past = The last day is over. Change it, then publish.
call-invalid-trial-day = Choose a day from today to four months ahead.
call-candidacies-title = Candidacies
call-candidacies-lead = Here you see how many there are and where they stand, by date. Only the panel sees names.
call-candidacies-none = No candidacy yet
call-candidacies-none-text = When somebody sends their candidacy, it appears here with its date.
call-column-sent = Sent on
call-column-stage = Where it stands
call-column-moved = Last step
call-waits = { $days ->
    [one] Still for one day: the person is waiting.
   *[other] Still for { $days } days: the person is waiting.
}
call-trial-title = Try a day
call-trial-lead = Come and see, with no obligation. This is not a candidacy.
call-trial-name = What we should call you
call-trial-contact = Where we can reach you
call-trial-contact-hint = A telephone number or a mail address: one is enough.
call-trial-on = Which day suits you
call-trial-ask = Ask to try
call-trial-kept = What you write is read by the panel alone. We delete it when that day is over.
call-trial-asked = Your request for { $on } is sent. They will get in touch.
call-wished-title = Your day to try
call-wished-lead = You asked to come on { $on }. They will get in touch.
call-wished-link = Keep this link to come back here:
call-wished-cannot-title = If you cannot come
call-wished-cannot-text = Say so here, without explaining why. We delete your name and your contact at once, and tell those who were expecting you.
call-wished-cannot = I cannot come
call-wished-given-up = That is fine: your request is deleted. You can choose another day whenever you like.
call-mail-trial-off-subject = A day to try is called off
call-mail-trial-off-body =
    Hello { $name },

    a person who wanted to try a day, on { $on }, cannot come.

    The call is here: { $link }
call-nominate-title = Hand over an invitation
call-nominate-lead = Do you know somebody who might apply? Talk with them and give them a link.
call-nominate-text = You write nothing about that person here: no name, nothing else. Only they decide whether to say yes. If they say no, nothing is left.
call-nominate-source = On whose behalf
call-nominate-as-me = On my own
call-nominate-as-organisation = On behalf of { $name }
call-nominate-make = Make the link
call-link-title = The link is ready
call-link-text = Hand over this link, or let them scan it with their phone. You see it only now.
call-link-picture = The link as a QR code
call-link-once = It works once, for { $days } days.
call-link-another = Make another link
retention-trial-day = Who asks to try a day: name and contact, encrypted, until that day.
retention-nomination = The invitation links that a person made: who made them and when. Nothing about who gets them.
