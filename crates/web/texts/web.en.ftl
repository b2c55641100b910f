site-name = Alla pari – the network of peer support experts
site-short = Alla pari
site-claim = the network of peer support experts

page-skip = Go to the content
page-demo = This is a demonstration: all you see is made up.
page-demo-label = Demonstration
page-demo-enter = Come in as…
page-language = English
page-my-start = Your space
page-sign-in = Sign in
page-sign-out = Sign out
page-nav = Parts of the site
page-menu = Menu
page-trail = Where you are
page-verify = Check a certificate
page-accessibility = Accessibility statement
page-privacy = Your data
page-feedback = Report a problem
page-api = For programmers
page-credits = Who made the typeface, icons and map
page-licence = Free software, EUPL 1.2 licence.

nav-organisations = Realities
nav-experts = Experts
nav-document = Document
nav-charter = Charter
nav-findings = Check
nav-calendar = Calendar
nav-calls = Apply
nav-courses = Courses
nav-announcements = Announcements

loop-conference = Conference
loop-document = Document
loop-charter = Charter
loop-records = Network
loop-findings = Check
loop-tables = Tables
loop-here = The network’s loop. You are here: { $step }

state-met = Met
state-not-met = Not met
state-not-known = Not known
state-not-applicable = Does not apply
state-done = Done
state-waiting = Waiting
state-ended = Ended

length-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
 }
length-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 }
length-both = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
 } and { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 }

finding-asks = The Charter asks:
finding-evidence = What the records show
finding-next = What to do:

pager-label = Pages of the list
pager-place = Page { $page } of { $pages }. In all: { $total }.
pager-previous = Previous page
pager-next = Next page

path-done = Done:
path-now = Now:
path-next = Next:

steps-none = Nothing is waiting for you now.
steps-urgent = Somebody is waiting for you

form-errors = Something needs mending. What you wrote is still here.
form-required = (needed)

invalid-required = Write something in this field.
invalid-too-long = This is too long: { $max } characters at most.
invalid-form = The form is not complete. Check it and send it again.
invalid-email = Check the address: it should look like name@example.org.
invalid-choice = Choose one of the options.
invalid-date = Choose a day, or write it like this: 24/11/2026.
invalid-number = Write a whole number, 0 or more.
invalid-url = Check the address: it must begin with https://.

error-not-found = Page not found
error-not-found-text = There is nothing at this address. Perhaps the page was moved.
error-refused = This page is not open to you
error-foreign = The form comes from another site
error-foreign-text = To be safe, we did not take it. Go back to the page and send it from here.
error-token = The token is not valid
error-token-text = Perhaps it ran out or was ended. Its owner can make a new one in the profile.
error-stale = This has just changed
error-stale-text = Perhaps you pressed twice, and the first time went well. Or somebody else saved before you: we left alone what they wrote. Go back: your words are still there. Then reload the page and check.
error-clash = It exists already, or is still needed elsewhere
error-clash-text = We changed nothing. Go back and check what you entered.
error-busy = Many people are here right now
error-busy-text = We saved nothing. Go back and try again shortly.
error-too-many = Too many tries
error-too-many-text = Try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }.
error-bad = We do not understand the request
error-bad-text = Go back and try again. If it happens again, please tell us.
error-bad-form = We could not read the form. Go back and send it again.
error-method = This cannot be done here
error-method-text = The address exists, but it does not take this operation.
error-too-large = The file is too large
error-too-large-text = The limit is 20 megabytes. Try a smaller file.
error-inside = Something did not work
error-inside-text = It is our fault. What was saved is safe. Try again shortly.
error-way-home = Back to the home page
error-way-sign-in = Sign in
error-way-tell = Report the problem

signed-out-title = You are signed out
signed-out-kept = Sign in in another tab, then come back here and press “Send” again: what you wrote is still here. Only passwords and codes are to be typed again.
signed-out-open = Sign in in another tab
signed-out-send = Send
signed-out-file = A file cannot be kept here. Sign in, then go back to the page and choose the file again. What you wrote may still be there when you go back.
signed-out-again = Nothing was saved. Sign in, then do it again. What you wrote may still be there when you go back.

refusal-not-signed-in = You need to sign in first.
refusal-second-factor-needed = Your role asks for a second step at sign-in: a code or a passkey.
refusal-role-missing = Your role does not include this.
refusal-elsewhere-only = Your role counts elsewhere: not in this reality or territory.
refusal-belongs-to-another = It belongs to another person, who has not shared it with you.
refusal-scope-missing = The token used does not allow this.
ask-sign-in = Sign in and come back here.
ask-organisation-manager = You can ask whoever manages the reality.
ask-secretariat = You can ask the network’s secretariat.
ask-administrator = You can ask whoever runs this installation.
ask-the-person = You can ask the person it belongs to.

role-expert = Expert
role-professional = Professional
role-tutor = Tutor
role-organisation-manager = Reality manager
role-trainer = Trainer
role-secretariat = Network secretariat
role-region = Region
role-administrator = Administrator
