document-name = Consensus Document
document-title = Read the Consensus Document
document-contents = Contents
document-notes = Notes
document-note-mark = Note { $number }
document-note-back = Back to the text from note { $number }
document-link-statement = Link to this statement: { $words }
document-link-section = Link to this part: { $heading }
document-supplied-text = The text is the conference’s, in Italian. We added some headings to help you find your way: the words beside them say so.
document-supplied-mark = (heading added)
document-standing-current = Version { $label }, adopted on { $day }
document-standing-past = Version { $label }, adopted on { $day }, no longer the latest
document-state-current = Latest
document-state-past = Earlier
document-empty-title = Here you will read the Consensus Document
document-empty-text = The Document says what the conference agreed on: what a peer support expert is, how people become one, where they work and under which protections. The Charter grows from it.
document-empty-action = Load the Document

document-ways = Other ways to read it
document-as-pdf = PDF to print, accessible
document-as-text = Plain text
document-as-data = Data for programmers
document-as-versions = All versions
document-as-charter = The Charter derived from it
document-source = Where this text comes from
document-source-file = File
document-source-pasted = Pasted text
document-source-sha = SHA-256 fingerprint
document-source-loaded = Loaded on

document-versions-title = The versions of the Document
document-versions-lead = A version that is loaded never changes. You can read them all and compare them.
document-versions-caption = Versions of the Document, the last adopted first
document-versions-label = Version
document-versions-state = State
document-versions-day = Adopted on
document-versions-size = How much it holds
document-versions-actions = What you can do
document-versions-read = Read version { $label }
document-versions-pdf = PDF of version { $label }
document-compare-two = Compare two versions
document-compare-da = From this version
document-compare-a = To this version
document-compare-go = Show what changes

document-compare-title = What changes between two versions
document-compare-lead = From version { $from } to version { $to }, statement by statement.
document-compare-one = It takes a second version
document-compare-one-text = A comparison takes two versions of the Document. When the network publishes another, you see here what changes.
document-compare-from = From
document-compare-to = To
document-compare-none = Both versions say the same things in the same words.
document-compare-summary = In short
document-compare-changed = { $n ->
    [one] One statement changed
   *[other] { $n } statements changed
}
document-compare-added = { $n ->
    [one] One statement added
   *[other] { $n } statements added
}
document-compare-removed = { $n ->
    [one] One statement removed
   *[other] { $n } statements removed
}
document-compare-moved = { $n ->
    [one] One statement moved
   *[other] { $n } statements moved
}
document-compare-kept = { $n ->
    [one] One statement with the same words
   *[other] { $n } statements with the same words
}
document-compare-how = Words that were added are underlined, words that were removed are struck through.
document-compare-changes = The statements that change
document-compare-turn = See the comparison the other way round
document-change-changed = Changed
document-change-changed-moved = Changed and moved
document-change-moved = Moved, with the same words
document-change-added = Added
document-change-removed = Removed
document-change-in = Read it in version { $label }
document-piece-added = added:
document-piece-added-end = end of what was added
document-piece-removed = removed:
document-piece-removed-end = end of what was removed

document-load-title = Load a version of the Document
document-load-lead = Start from the plain text extracted from the PDF. First you see what the program understood, then you decide.
document-load-go = Load a new version
document-load-file = Text file
document-load-file-hint = A .txt file in UTF-8. The program recognises page numbers, wrapped lines, lists and notes.
document-load-text = Or paste the text
document-load-label = Short name of the version
document-load-label-hint = For example the year. If you leave it empty, the program takes the year of adoption.
document-load-adopted-on = Day of adoption
document-load-adopted-on-hint = If you leave it empty, the program looks for the date in the text; if it finds none, it takes today.
document-load-nothing-yet = Nothing changes yet: the next step is a dry run.
document-load-check = Try to read the text
document-load-no-text = There is no text here. Choose a file or paste the text.
document-load-not-text = This file is not plain text in UTF-8. Extract the text from the PDF (for example with “pdftotext”) and load that. Nothing has changed.
document-load-too-long = This text is too long to be the Document. Check that you chose the right file. Nothing has changed.
document-load-future = The day of adoption lies in the future. Write the day on which the Document was adopted. Nothing has changed.
document-load-no-paper = The text can be read, but no PDF can be made of it. Nothing has changed: write to whoever runs the program.
document-load-label-taken = Another version has this name already. Choose another one.
document-loaded = Version { $label } of the Document is loaded.
document-known = This text was loaded already: nothing has changed.

document-check-title = Check what was read
document-check-lead = This is a dry run: nothing has changed yet.
document-check-known = This very text is loaded already.
document-check-known-go = Read the version on record
document-check-found = What is in the text
document-check-untitled = Without a title
document-check-standing = Version { $label }, adopted on { $day }
document-sections = { $n ->
    [one] One part
   *[other] { $n } parts
}
document-statements = { $n ->
    [one] One statement
   *[other] { $n } statements
}
document-lists = { $n ->
    [one] One list
   *[other] { $n } lists
}
document-notes-count = { $n ->
    [one] One note
   *[other] { $n } notes
}
document-check-doubts = Doubts
document-check-no-doubts = None: everything was recognised.
document-check-left = What is left out
document-check-nothing-left = Nothing is left out.
document-left-page-number = Line { $line }: the page number { $text }
document-left-running-title = Line { $line }: the repeated title “{ $text }”
document-check-parts = The parts, in order
document-check-heading = Heading
document-check-level = Level
document-check-statements = Statements
document-check-for-ever = A version that is loaded never changes and cannot be removed: the Charter and the endorsements refer to it.
document-check-confirm = Load this version
document-check-again = Go back and change the text

document-doubt-no-title = The title cannot be found.
document-doubt-no-heading = No headings of parts can be found.
document-doubt-note-without-mark = Note { $what } has no mark in the text.
document-doubt-note-without-number = At the foot of a page there is a note without a number.
document-doubt-open-end = A paragraph ends without a full stop: it may be a heading, or be cut short ({ $what }).
document-doubt-strange-character = There is a character that the PDF did not translate: { $what }.
