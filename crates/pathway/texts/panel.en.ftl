# The panel.
panel-side-expert = Expert
panel-side-professional = Professional
panel-name-erased = Somebody who is no longer on record
panel-trail-organisations = Realities
panel-trail-calls = Calls
panel-group-title = Choose the panel
panel-group-lead = Who meets the people who apply for “{ $call }”.
panel-charter-title = What the Charter asks
panel-evidence = In the panel now: { $experts } by experience, { $professionals } by study and work.
panel-next-expert =
    { $number ->
        [one] At least one expert of this reality is needed.
       *[other] At least { $number } experts of this reality are needed.
    }
panel-next-professional =
    { $number ->
        [one] At least one professional of this reality is needed.
       *[other] At least { $number } professionals of this reality are needed.
    }
panel-article = Article { $number }: { $title }
panel-seated-title = Who sits now
panel-seated-gone = Holds no role here any more: choose somebody else.
panel-choose-title = Whom you want in the panel
panel-choose-text = You can choose who holds a role in this reality. Is somebody missing?
panel-choose-people = Invite somebody
panel-choose-expert = Experts
panel-choose-professional = Professionals
panel-choose-none-expert = No expert holds a role here.
panel-choose-none-professional = No professional holds a role here.
panel-member = Who sits in the panel
panel-save = Save the panel
panel-saved = The panel is saved. Experts and professionals select together.
panel-meanwhile = Somebody else has just changed the panel. Your choices are still here: look at them and save again.
panel-invalid-member = One of those chosen holds no role here any more.
panel-invalid-crowd = The panel is too large: twenty people at most.
panel-invalid-lacks-both = Both kinds are missing: experts and professionals are needed. The Charter asks for it (I1).
panel-invalid-lacks-expert = Experts are missing. Selection is done together: the Charter asks for it (I1).
panel-invalid-lacks-professional = Professionals are missing. Selection is done together: the Charter asks for it (I1).
panel-invalid-apart-expert = Somebody stepped aside from a candidacy. An expert would be missing there: add another one.
panel-invalid-apart-professional = Somebody stepped aside from a candidacy. A professional would be missing there: add another one.
panel-invalid-substitute = Choose who takes your place.
panel-invalid-not-a-member = You are no longer in the panel for this candidacy.
panel-invalid-stand-in = This person cannot take your place. Choose somebody else.
panel-start-title = My selections
panel-start-lead = The people you meet, and what waits for your answer.
panel-empty-title = You sit in no panel
panel-empty-text = When a reality asks you to meet people who apply, you find the candidacies here.
panel-work-title = Open candidacies
panel-work-none = No candidacies for now.
panel-calls-title = My calls
panel-arrived = arrived on { $day }
panel-sent = sent on { $day }
panel-until = Candidacies until { $day }.
panel-closed = Closed on { $day }.
panel-stands-in = In somebody’s place
panel-turn-panel = Your turn
panel-turn-candidate = Waiting
panel-due-fill = One of the two kinds is missing in the panel. Whoever coordinates completes it, then you go on.
panel-due-propose = Propose a meeting.
panel-due-propose-anew = The person asks for another time: propose one.
panel-due-await-answer = The meeting is proposed. The person has still to answer.
panel-due-meet = You meet on the day agreed.
panel-due-say-met = The time of the meeting is over: say whether you met.
panel-due-note = Write the note with the person, or answer at once.
panel-due-await-reading = The person has still to read the note.
panel-due-answer = Tell the person what happens next.
panel-act-propose = Propose a meeting
panel-act-propose-anew = Propose another time
panel-act-note = Write the note
panel-act-answer = Say what happens next
panel-stage-draft = Not sent yet
panel-stage-sent = Candidacy sent
panel-stage-interview = Meeting
panel-stage-talked = After the meeting
panel-stage-closed = Answer given
panel-stage-withdrawn = Candidacy withdrawn
panel-candidacy-lead = Candidacy for “{ $call }”.
panel-words-title = In their own words
panel-words-traced = The person sees who has read these words, and when.
panel-words-not-shared = The person does not share their words with the panel for now. You will talk about it together.
panel-words-motives = What moves the person
panel-words-motivation = Why they apply
panel-words-expectations = What they expect
panel-words-recovery = Their path
panel-words-belonging = Groups and associations
panel-words-phone = Telephone
panel-meetings-title = Meetings
panel-meetings-none = No meetings for now.
panel-notes-title = Note written together
panel-notes-open = Open the note
panel-notes-none = No note. It is written with the person, in words.
panel-close-title = What happens next
panel-close-text = Every answer has its reasons in words and offers a conversation.
panel-tie-text = Do you know this person well, or is there a tie between you?
panel-tie-link = Step aside
panel-call-lead = Who sits in the panel, who applies, who wants to try a day.
panel-call-public = Read the call
panel-call-members = Who meets the person
panel-call-candidacies = Candidacies, by date
panel-aside-line = A candidacy you stepped aside from
panel-before-line = A candidacy that was closed before you joined the panel
panel-trials-title = Who wants to try a day
panel-trials-text = Name and contact stay here until that day, then they are removed.
panel-trials-none = No requests for now.
panel-cannot-title = For now the panel cannot go on
panel-cannot-closed = This candidacy has its answer already.
panel-cannot-withdrawn = The person withdrew the candidacy.
panel-cannot-lacks-expert = An expert is missing in the panel. The Charter (I1) asks that selection be done together: whoever coordinates adds one.
panel-cannot-lacks-professional = A professional is missing in the panel. The Charter (I1) asks that selection be done together: whoever coordinates adds one.
panel-cannot-nothing-lost = Nothing of what was there is lost.
panel-cannot-back = Back to the candidacy
panel-aside-title = Step aside
panel-aside-lead = If there is a tie between you and this person, let the others meet them. You need not say why.
panel-aside-enough = Experts and professionals remain in the panel: nothing more is needed.
panel-aside-lacks-expert = Without you an expert would be missing. Choose who takes your place.
panel-aside-lacks-professional = Without you a professional would be missing. Choose who takes your place.
panel-aside-choose = Choose somebody
panel-aside-nobody = Nobody
panel-aside-tie = The tie, if you want to write it
panel-aside-tie-hint = It stays encrypted and yours. The candidate reads only that you stepped aside.
panel-aside-substitute = Who takes your place
panel-aside-button = Step aside
panel-aside-back = Back to the candidacy
panel-aside-done = You stepped aside. You read nothing of this candidacy any more.
panel-told-aside = { $name } steps aside and takes no part.
panel-told-stands-in = { $name } joins the panel that meets you.
panel-mail-stand-in-subject = You are asked to take a place
panel-mail-stand-in-body =
    Hello { $name },

    somebody asks you to take their place in a meeting. You find everything here:

    { $link }

    If you cannot, step aside from the same page.
panel-step-answer = Answers to write with your panel: { $number }
panel-step-answer-why = You have met and the note has been read. Now the person is waiting to hear what happens next.
panel-step-work = Candidacies that wait for your panel: { $number }
panel-step-work-why = People who applied are waiting for an answer.
retention-panel-seat = A seat in a panel: it stays as long as the person wants.
retention-panel-recusal = Stepping aside from a candidacy: needed so that who has a tie does not read it. The reason, where written, is encrypted.
