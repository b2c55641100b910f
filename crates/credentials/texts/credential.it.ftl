credential-hours = In tutto { $total }: { $parts }.
credential-hours-part = { $part } { $time }
credential-time-hours = { $hours ->
    [one] un’ora
   *[other] { $hours } ore
 }
credential-time-minutes = { $minutes ->
    [one] un minuto
   *[other] { $minutes } minuti
 }
credential-time-both = { $hours ->
    [one] un’ora
   *[other] { $hours } ore
 } e { $minutes ->
    [one] un minuto
   *[other] { $minutes } minuti
 }
credential-part-theory = teoria
credential-part-practice = pratica
credential-part-shadowing = affiancamento
credential-part-internship = tirocinio
credential-part-group-work = lavoro di gruppo
credential-part-fieldwork = lavoro sul campo
credential-signed = Firme: { $names }.
credential-signed-one = { $name } ({ $side })
credential-side-expert = persona esperta
credential-side-professional = lavora nei servizi
retention-credential = L’attestato firmato: resta finché la persona vuole. Se viene revocato per un errore, resta solo il segno che non vale più.
