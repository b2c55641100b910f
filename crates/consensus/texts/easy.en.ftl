easy-title = The Document in simple words
easy-lead = { $n ->
    [one] Short sentences and everyday words. It takes about a minute to read.
   *[other] Short sentences and everyday words. It takes about { $n } minutes to read.
}
easy-go = Easy-to-read version
easy-go-why = The same ideas, in short sentences.
easy-go-charter = What the network thinks, in short sentences.
easy-standing = Easy version of “{ $label }”, a Document adopted on { $day }. The full text is what counts.
easy-full = Read the full text
easy-in-full = The full text:
easy-older = There is a newer version of the Document: { $label }, adopted on { $day }. Its easy version is not written yet: here you read the one before.
easy-italian-only = For now the easy version is in Italian only.
easy-empty-title = Here you will read the Document in simple words
easy-empty-text = It will be a short text, for whoever is tired or finds reading hard. The network has not written it yet.
easy-empty-action = Write the easy version
easy-ways = Other ways to read it
easy-as-full = The full text of the Document
easy-as-text = Plain text
easy-as-charter = The Charter, article by article
easy-changed = Last changed on { $day }

easy-edit = Write the easy version
easy-edit-of = Easy version of version { $label }
easy-edit-lead = For “{ $label }”. Say the same things in short sentences and everyday words.
easy-text-it = Text in Italian
easy-text-it-hint = A line that begins with “# ” opens a part. One that begins with “- ” is an item of a list. One that begins with “> ” leads to the part of the Document with that name. An empty line ends the paragraph.
easy-text-en = Text in English
easy-text-en-hint = If you like. It is written in the same way.
easy-proposed = This is a proposal of the program. Read it, change what you like, then save it: nobody sees it before.
easy-from-other = This Document has no easy version yet. You start from the one of another Document: change what no longer holds.
easy-save = Save and publish
easy-check = Check without saving
easy-checked = Checked. Nothing has changed yet.
easy-saved = The easy version is saved. Everybody can read it.
easy-stale = Somebody else has just saved another easy version. Your text is still here below. Compare it with the other one: if you save, yours stays.
easy-theirs = What the other person wrote
easy-sections = The names of the parts of the Document

easy-reads = How easily it reads
easy-index-elementary = Gulpease index { $index } out of 100: it reads well even with primary school.
easy-index-middle = Gulpease index { $index } out of 100: it reads well with lower secondary school. Aim for 70 or more.
easy-index-upper = Gulpease index { $index } out of 100: it reads well with a school diploma. Shorten the sentences and choose more common words.
easy-index-few = Gulpease index { $index } out of 100: few people read it easily. Shorten the sentences and choose more common words.
easy-long = { $n ->
    [0] No sentence has more than 20 words.
    [one] One sentence has more than 20 words. Try to divide it:
   *[other] { $n } sentences have more than 20 words. Try to divide them:
}

easy-problem-outside = Line { $line }: a heading is missing before these words. Add a line that begins with “# ”.
easy-problem-heading = Line { $line }: here is a heading without words. Write it.
easy-problem-nothing = Line { $line }: there is no text under this heading. Write it, or remove the heading.
easy-problem-two = Line { $line }: this part leads to another part of the Document already. Leave one.
easy-problem-section = Line { $line }: the Document has no part “{ $section }”. Choose a name from the list at the end.
