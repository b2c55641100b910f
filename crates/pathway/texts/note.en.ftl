# Notes written with candidates.
note-said-human = Human and empathic qualities
note-said-responsibility = The capacity to take responsibility
note-said-motivation = Motivation
note-said-expectations = Expectations
note-said-awareness = Awareness
note-said-recovery = The path of recovery made
note-said-training = Readiness for training
note-said-openness = Openness to relation
note-said-empathy = Empathy
note-said-in-play = Readiness to open up and get involved
note-said-measure = Leaving room for others, without always being in the foreground
note-said-turning-points = Seeing one’s own growth and its turning points
note-said-what-helped = Seeing what helped to be well
note-said-good-in-it = Saying what was good in one’s own path, and what it taught
note-said-accompany = The wish to accompany and support others
note-said-learning = The drive to begin a training
note-said-group = Readiness to work in a group
note-said-testimony = Having given testimony, or wanting to
note-chapter-first = First of all
note-chapter-first-text = The conference puts these two first. Write what you saw together.
note-chapter-qualities = What to value
note-chapter-qualities-text = They are prompts: each may stay empty.
note-chapter-aspects = What can still grow
note-chapter-aspects-text = They are prompts: each may stay empty.
note-together-title = Expectations, and more
note-together-text = Gather what the person expects. If something will be different, say so now, clearly.
note-expectations = What the person expects
note-reorientation = What will be possible, where it is different
note-free = Anything else
note-write-title = Write the note with { $name }
note-write-lead = Words, never numbers. Write it together: the person sees it at once and can add their own.
note-until-before = This note is deleted after { $day }.
note-until = Deleted after { $day }.
note-authors = Written in it:
note-read = Read by the person
note-not-read = Not read yet
note-to-read = To read
note-read-at = The person read these words: { $time }.
note-not-read-text = The person has not read these words yet. Until they do, the note does not count.
note-theirs-title = What the person adds
note-theirs-expectations = On expectations
note-save = Save the note
note-saved = The note is saved. The person finds it on their page.
note-back = Back to the candidacy
note-first-meet = First propose a meeting: the note is written together.
note-meanwhile = The note has changed meanwhile: somebody else of the panel saved it, or you did in another window. You have lost nothing: what it says now stands above, your text below. Put together what is needed, then save.
note-other-title = What it says now
note-invalid-empty = Write something, at least here or at one of the prompts.
note-seen = the note written with you
note-told-begun = { $name } wrote a note with you. Read it and add your own words.
note-told-changed = { $name } changed the note. Read it again.
note-told-read = You read the note.
note-mail-subject = There is something to read together
note-mail-body =
    Hello,

    after the meeting there is a note for you. Read it and add what you want:

    { $link }
note-mail-panel-subject = A note was read
note-mail-panel-body =
    Hello { $name },

    the note that you wrote was read. You find it here:

    { $link }
note-part-title = The note written with you
note-part-open = Read the note and add your own words
note-trail-candidacy = Your candidacy
note-read-title = The note written with you
note-read-lead = Only the people you met read it, and you. It counts once you have read it.
note-yours-title = Your words
note-yours-text = You can add, correct, say that you see it otherwise. You can also leave it empty.
note-you-read-at = You read it: { $time }.
note-answer-remark = What you want to add
note-answer-on-expectations = What you answer on what you expected
note-answer-button = I have read the note
note-answer-back = Back to your candidacy
note-answer-meanwhile = The note has just changed. Your words are still here: read it as it is now, then confirm.
note-answered = Thank you. The panel sees that you read it, and what you added.
retention-note = Notes written with candidates: deleted after the last day, which is known from the start.
retention-note-author = Who wrote in a note: goes with the note.
