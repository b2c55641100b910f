certificate-title = Certificates
certificate-lead = Here the certificates of courses are proposed, signed and issued. Two signatures are needed: an expert’s and a professional’s.
certificate-trail-organisations = Realities
certificate-trail-edition = Edition
certificate-editions-none = There is nothing to sign here yet
certificate-editions-none-text = A certificate comes from a course and one of its editions. Who keeps the courses chooses who signs.
certificate-to-courses = Go to the courses
certificate-period = From { $from } to { $to }
certificate-count-none = No certificate, for now.
certificate-count-proposed = { $count ->
    [one] One certificate waits for the second signature
   *[other] { $count } certificates wait for the second signature
 }
certificate-count-signed = { $count ->
    [one] One certificate is signed and can be issued
   *[other] { $count } certificates are signed and can be issued
 }
certificate-count-issued = { $count ->
    [one] One certificate issued
   *[other] { $count } certificates issued
 }
certificate-stage-proposed = Waits for the second signature
certificate-stage-signed = Signed
certificate-stage-issued = Issued
certificate-stage-withdrawn = Taken back
certificate-stage-revoked = Revoked
certificate-edition-title = Certificates: { $edition }
certificate-person-erased = A person who erased their data
certificate-note-none-given = This course gives no certificate. Who keeps the courses can decide that on the course’s page.
certificate-note-both-kinds = Before you propose a certificate, choose who signs: at least one expert and one professional.
certificate-criteria-title = What is needed
certificate-criteria-meetings = Presence at no less than { $percent } per cent of the hours of meetings.
certificate-criteria-fieldwork = { $hours } in the field, confirmed by who learns and by who is at their side.
certificate-criteria-shadowing = { $hours } at the side of an active expert.
certificate-criteria-signed = The signature of an expert and of a professional.
certificate-signatories-title = Who signs
certificate-signatories-none = Nobody has been chosen yet.
certificate-signs-expert = If you sign, the certificate says your name, and that you are an expert. Whoever receives it can show it to anybody. A check by the code does not show the names of those who signed.
certificate-signs-professional = If you sign, the certificate says your name, and that you are a professional. Whoever receives it can show it to anybody. A check by the code does not show the names of those who signed.
certificate-signatories-change = Choose who signs
certificate-signatories-lead = Choose at least one person on each side. Nobody signs their own certificate. Ask them first: the certificate says the name of whoever signs, and whether they are an expert or a professional.
certificate-signatories-nobody = Somebody on one of the two sides is still missing in your reality. Invite them first.
certificate-signatories-save = Save who signs
certificate-signatories-saved = Who signs is saved.
certificate-expert = Experts
certificate-professional = Professionals
certificate-expert-none = There is no expert in your reality yet.
certificate-professional-none = There is no professional in your reality yet.
certificate-invalid-side = Choose at least one person.
certificate-invalid-nobody = Choose at least one person.
certificate-invalid-signatory = Only those who were chosen sign, at least one on each side.
certificate-invalid-paper = Nothing was issued: the sheet to print did not work out. The signatures stay. Look whether a name has an unusual sign in it, and try again. If it happens again, write to who keeps this site.
certificate-invalid-error = Choose what went wrong in issuing it.
certificate-invalid-sure = To revoke the certificate, confirm here.
certificate-why-not-met = something that the course asks is still missing
certificate-why-holder = it is your own certificate: somebody else signs it
certificate-why-same-side = the other side’s signature is needed
certificate-why-same-person = you have signed already: a second person is needed
certificate-why-not-now = something has changed meanwhile
certificate-why-waits = waits for the second signature
certificate-who = Choose people
certificate-part-title-proponi = To be proposed
certificate-part-none-proponi = Nobody waits to be proposed.
certificate-part-not-proponi = Those who were chosen to sign propose.
certificate-who-proponi = They have done all that the course asks
certificate-button-proponi = Propose and sign
certificate-all-proponi = Propose all ({ $count })
certificate-part-title-firma = To be signed
certificate-part-none-firma = No certificate waits for the second signature.
certificate-part-not-firma = Those who were chosen sign.
certificate-who-firma = They wait for your signature
certificate-button-firma = Sign the certificates chosen
certificate-all-firma = Sign all ({ $count })
certificate-part-title-rilascia = To be issued
certificate-part-none-rilascia = No signed certificate waits to be issued.
certificate-part-not-rilascia = Those who sign or keep the courses issue.
certificate-who-rilascia = They have both signatures
certificate-button-rilascia = Issue the certificates chosen
certificate-all-rilascia = Issue all ({ $count })
certificate-more = There are { $count } in all. The button for all takes those not shown here as well.
certificate-more-people = And { $count } more people.
certificate-proposed = Proposed. Now the other side’s signature is needed.
certificate-signed = Signature added. The certificate can be issued.
certificate-done-issued = The certificate is issued. The person gets a message.
certificate-done-left-out = Some certificates were not issued: something that the course asks is missing.
certificate-nothing-left = That was done already: there is nothing more to do here.
certificate-withdraw-title = Take a proposal back
certificate-withdraw-text = Before it is issued, one can turn back. Nothing stays with the person.
certificate-withdraw = Take back
certificate-withdrawn = The proposal is taken back.
certificate-issued-title = Issued
certificate-issued-none = No certificate has been issued yet.
certificate-column-person = Person
certificate-column-state = State
certificate-column-on = Day
certificate-column-action = Action
certificate-not-yet-title = Who is still on the way
certificate-not-yet-text = Here you see what each person still needs, so that you can help. Everyone has their own pace.
certificate-lack-meetings = Meetings: { $has }, { $asks } are needed
certificate-lack-fieldwork = In the field: { $has }, { $asks } are needed
certificate-lack-shadowing = At an expert’s side: { $has }, { $asks } are needed
certificate-task-title = Issuing certificates
certificate-task-running = Certificates are being issued: { $percent } of 100
certificate-task-so-far = { $done } certificates of { $total } are issued.
certificate-task-finished = Done: { $done } certificates of { $total } are issued.
certificate-task-left-out = { $count ->
    [one] One certificate was left out. Below you read why. Once that is mended, issue it from the page of the certificates.
   *[other] { $count } certificates were left out. Below you read why. Once that is mended, issue them from the page of the certificates.
 }
certificate-left-not-met = something that the course asks is missing
certificate-left-no-name = the name of somebody who signed is no longer there
certificate-left-no-paper = the sheet to print did not come out. See whether a name holds an unusual sign. If it happens again, write to who looks after the site
certificate-task-text = You can close this page: the work goes on by itself.
certificate-task-again = See how far it is
certificate-task-back = Back to the certificates
certificate-revoke = Revoke
certificate-revoke-title = Revoke the certificate of { $name }
certificate-revoke-lead = A certificate is revoked only when something went wrong in issuing it.
certificate-revoke-text = How a person is never comes into it: a hard time takes no certificate away. The person reads the reason, and then you can issue the right one.
certificate-error = What went wrong
certificate-error-wrong-person = It went to the wrong person
certificate-error-wrong-name = The name is not written as it should be
certificate-error-wrong-course = It names another course than the one attended
certificate-error-wrong-hours = Hours or days are not right
certificate-error-too-early = It was issued too early
certificate-error-twice = It was issued twice
certificate-error-wrong-signature = Somebody signed who could not
certificate-sure = I want to revoke this certificate.
certificate-revoke-button = Revoke the certificate
certificate-revoked = The certificate is revoked. The person gets a message; you can propose the right one.
certificate-mail-subject = There is something new for you
certificate-mail-body =
    Hello { $name },

    there is a new document on your page, and it is yours:
    { $link }

    You decide whether to show it, and to whom.
certificate-mail-changed-subject = A document of yours has changed
certificate-mail-changed-body =
    Hello { $name },

    there was an error in issuing a document of yours, and it is not valid any more. Here you read what happened:
    { $link }

    Who issued it can give you the right one.
certificate-mail-again-subject = A document of yours has a new signature
certificate-mail-again-body =
    Hello { $name },

    the digital signature of a document of yours was no longer safe. That is why it now has a new one. You did nothing wrong, and what it says does not change.

    Files that you downloaded or handed out before do not count any more. Here you find the new ones:
    { $link }

    The code, the link and the printed sheet count as before.
certificate-own-title = Your certificates
certificate-own-lead = They are yours. You keep them, download them, show them to whom you like.
certificate-own-none = You have no certificate yet
certificate-own-none-text = When you finish a course and two people sign, you find it here. Nobody else sees it.
certificate-own-none-action = Look at the courses
certificate-own-gone = Revoked certificate
certificate-own-on = Issued on { $on }
certificate-own-booklet = Certificates stand in your booklet as well, with the rest of your path.
certificate-own-booklet-link = Open the booklet
certificate-own-revoked = This certificate is not valid any more since { $on }. There was an error in issuing it: { $why }. It is not about you or how you are. The reality can issue the right one: write to who runs the course.
certificate-own-again = Since { $on } this certificate has a new signature: the one before was no longer safe. Files downloaded earlier do not count any more: download the new ones below. The code, the link and the printed sheet count as before.
certificate-own-pdf = Download the certificate to print
certificate-fact-name = Name
certificate-fact-by = Issued by
certificate-fact-on = Day
certificate-fact-period = Period
certificate-fact-hours = Hours
certificate-fact-signed = Signatures
certificate-share-title = Show it to somebody
certificate-share-text = Who has this address or this code can check that the certificate is valid. Nobody finds it in any other way.
certificate-share-code = Code:
certificate-shown-title = What a check shows
certificate-shown-text = It always shows that it is valid, what it is for, who issued it and when. You choose the rest.
certificate-shown = Show as well
certificate-shown-holder = Your name
certificate-shown-hours = The hours
certificate-shown-period = The period of the course
certificate-shown-signatories = On which sides the two signatures are, without names
certificate-shown-learning = What you learnt
certificate-shown-save = Save what is shown
certificate-shown-saved = From now on a check shows what you chose.
certificate-forms-title = Take it with you
certificate-forms-text = These files say the same as the printed certificate. They carry a signature that any program can check.
certificate-form-badge = Open Badge
certificate-form-badge-text = A file for wallets of digital badges.
certificate-form-jwt = Open Badge as signed text
certificate-form-jwt-text = The same badge, in a single line.
certificate-form-sd-jwt = Certificate for the European wallet
certificate-form-sd-jwt-text = When you use it, you choose what to show.
certificate-step-sign = { $number ->
    [one] One certificate waits for your signature: { $name }
   *[other] { $number } certificates wait for your signature: { $name }
 }
certificate-step-sign-why = With the second signature the person can have it.
certificate-step-new = Your certificate is here
certificate-step-new-why = It is yours: look at it, show it to whom you like, or keep it to yourself.
certificate-part-theory = Theory
certificate-part-practice = Practice
certificate-part-shadowing = Shadowing
certificate-part-internship = Internship
certificate-part-group-work = Group work
certificate-side-expert = peer support expert
certificate-side-professional = professional
certificate-paper-document = Certificate of { $name }: { $course }
certificate-paper-title = Certificate
certificate-paper-opening = This certifies that
certificate-paper-statement = has completed the path
certificate-paper-period = from { $from } to { $to }
certificate-paper-part = Part
certificate-paper-hours = Length
certificate-paper-total = In all
certificate-paper-dated = Issued on { $on }
certificate-paper-check = Anyone can check it, without an account:
certificate-paper-code = QR code. It leads to the check: { $address }
certificate-paper-learning = What it covers
certificate-paper-criteria = What was asked
certificate-paper-alignments = What it corresponds to elsewhere
retention-certificate = The certificate is the person’s own: it stays as long as they want it
retention-certificate-signatory = Who was chosen to sign the certificates of an edition
retention-certificate-task = Who began the issuing of several certificates together
retention-certificate-left = Which certificates were left out where many were issued, and why
