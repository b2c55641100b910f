feedback-title = Report a problem
feedback-lead = Write what does not work or what you miss. No account is needed.
feedback-text = What happened
feedback-text-hint = Do not write other people’s names or news of their health.
feedback-page = On which page
feedback-email = Your mail address
feedback-email-hint = Only if you want an answer. We delete it after a year.
feedback-send = Send the report
feedback-thanks = Thank you. Your report has arrived.
feedback-list-title = Reports
feedback-list-empty = No reports
feedback-list-empty-text = When somebody reports a problem, you find it here.
feedback-anonymous = no address

accessibility-title = Accessibility statement
accessibility-lead = Alla pari means to work for everyone.
accessibility-state-title = How far we are
accessibility-state = The pages follow WCAG 2.2, level AA. The legal reference is EN 301 549, which asks for WCAG 2.1 AA. Conformance is checked at every change with axe-core. It has not yet been confirmed by a trial with people and an outside review.
accessibility-works-title = What you can expect
accessibility-works-1 = Everything works without JavaScript and by keyboard alone.
accessibility-works-2 = Colours are never the only sign: there is always a word.
accessibility-works-3 = PDF documents have a title, a language and a structure for screen readers.
accessibility-works-4 = You can enlarge the text and use a dark screen.
accessibility-limits-title = Limits we know of
accessibility-limits = Signing in with a passkey needs JavaScript. You can always use a password with a code.
accessibility-tell-title = If something does not work
accessibility-tell = Write to us: we answer within thirty days.
accessibility-credits-title = Where the pictures come from
accessibility-credits = The outlines of the map come from the svg-maps project, licence CC BY 4.0. The typeface is Titillium Web, licence OFL. The style builds on Bootstrap Italia.

privacy-title = Your data
privacy-lead = What we keep, why and for how long. And what you can do.
privacy-never-title = What is not here
privacy-never = The people who are supported are never in this program. Nobody asks for or keeps a diagnosis. Nobody is given a score.
privacy-yours-title = What you can do
privacy-yours-1 = You can read and save all that concerns you.
privacy-yours-2 = You can withdraw a consent with one click.
privacy-yours-3 = You can erase everything: your texts become unreadable for ever.
privacy-yours-4 = You can see who did what with your data.
privacy-yours-link = Go to your data
privacy-held-title = What we keep and for how long
privacy-held-why = Why
privacy-held-long = For how long
privacy-held-days = { $days ->
    [one] one day
   *[other] { $days } days
 }
privacy-held-person = as long as you want
privacy-cookies-title = Cookies
privacy-cookies = We use three technical cookies only: for the language, to keep you signed in, and for a message from one page to the next. Nobody follows you.
retention-feedback = To answer those who report a problem
