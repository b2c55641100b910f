credential-hours = In all { $total }: { $parts }.
credential-hours-part = { $part } { $time }
credential-time-hours = { $hours ->
    [one] one hour
   *[other] { $hours } hours
 }
credential-time-minutes = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }
credential-time-both = { $hours ->
    [one] one hour
   *[other] { $hours } hours
 } and { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }
credential-part-theory = theory
credential-part-practice = practice
credential-part-shadowing = shadowing
credential-part-internship = internship
credential-part-group-work = group work
credential-part-fieldwork = field work
credential-signed = Signed by: { $names }.
credential-signed-one = { $name } ({ $side })
credential-side-expert = expert
credential-side-professional = professional
retention-credential = The signed certificate: it stays as long as the person wants. If it is revoked for an error, only the mark that it no longer counts stays.
