# Public courses
course-public-title = Courses
course-public-lead = Here you find the paths to becoming a peer support expert, and those for people who work with experts.
course-public-filter = Show the courses
course-public-kind = Kind of course
course-public-all = All kinds
course-public-next = Next edition: from { $from } to { $until }
course-public-running = Running, you can still ask: from { $from } to { $until }
course-public-none = There is no course of this kind yet
course-public-none-text = The realities of the network publish them here. Come back soon, or look at the other kinds.
course-public-whom = Who it is for
course-public-path = We ask for one thing only: a recovery path of your own, in which you take an active part. Your word is enough.
course-public-groups = Being part of a self-help group or an association helps a lot. If you have none, we offer you one. It is never a barrier.
course-public-groups-link = See groups and associations
course-public-no-title = No educational qualification is needed.
course-public-editions = When it is held
course-public-editions-none = No edition is open now. You can ask the reality:
course-public-ask = Ask to take part
course-public-account = You need a profile to ask. If you have none, write to who holds the course: they send you an invitation.
course-public-programme = What one does

# Courses of a reality
course-trail-organisations = Realities
course-trail-courses = Courses
course-list-title = Courses: { $name }
course-none = There is no course here yet
course-none-text = A course is made of modules, written together by experts and professionals.
course-new = Begin a course
course-to-public = All courses of the network
course-to-start = Your editions
course-published = Public
course-draft = Being prepared
course-kind = What kind of course it is
course-kind-hint = If none fits, choose “another model”: the course is not forced into rules that are not its own.
course-kind-structured = Theory and practice, of medium or long length
course-kind-in-the-field = In the field, beside active experts
course-kind-other = Another model, such as a Recovery College open to all
course-kind-for-professionals = For professionals
course-title = What it is called
course-summary = What one learns
course-summary-hint = Plain words. Read by people who think of taking part.
course-for-whom = Who it is for
course-for-whom-hint = No educational qualification can be asked for.
course-pace = Pace and form
course-pace-hint = Days, hours, and how they bend to a person.
course-certificate = There is a certificate at the end
course-attendance = Attendance asked for, in per cent
course-attendance-hint = Hours made up for count.
course-fieldwork = Hours in the field asked for
course-fieldwork-hint = Internship and shadowing together. Leave it empty if none are needed.
course-shadowing = Hours of shadowing asked for
course-shadowing-hint = They are a part of the hours in the field.
course-edit = Change the course
course-edit-lead = Write as you would speak to somebody who wants to take part. Until you publish it, only those who keep the courses see it.
course-begin = Begin the course
course-begun = The course is begun. Now add the modules.
course-save = Save the course
course-saved = The course is saved.
course-back = Go back without saving
course-back-to-course = Back to the course
course-changed-meanwhile = Somebody else saved while you were writing. Your words are still here. Open the page in another window to see what changed. If you save now, yours stay.
course-see-public = See the public page
course-invalid-hours = Write hours like this: 2, or 2.5, or 2:30.
course-invalid-percent = Write a number from 1 to 100.
course-invalid-shadowing = The hours of shadowing cannot be more than those in the field.
course-invalid-title-of-study = This seems to ask for an educational qualification. The Consensus Document says no: take the sentence out, or write that none is needed.

# The programme
course-modules = Modules
course-modules-none = There is no module yet. Begin with the first meeting.
course-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
 }
course-hours-hint = Write hours like this: 2, or 2.5, or 2:30. Leave it empty where there are none.
course-total = { $hours } in all.
course-parts = Hours by form
course-column-part = Form
course-column-hours = Hours
course-column-picture = How much of the course
course-part-theory = Theory
course-part-practice = Practice
course-part-shadowing = Shadowing
course-part-internship = Internship
course-part-group-work = Group work
course-module-new = Add a module
course-module-edit = Change the module
course-module-lead = A module has its hours, its aims, and those who teach it.
course-module-title = What it is called
course-module-words = What happens in this module
course-module-hours = Hours of the module
course-module-minutes-theory = Theory
course-module-minutes-practice = Practice
course-module-minutes-shadowing = Shadowing an expert
course-module-minutes-internship = Internship
course-module-minutes-group-work = Group work
course-module-aims-title = Aims
course-module-aims = What it is for
course-module-aims-hint = The objectives, contents and competences of the Consensus Document. Choose only those that the module really deals with.
course-module-teaching = Teaching
course-module-teaching-who = How many hours each teacher has in this module
course-module-no-teachers = Before you write the hours, add those who teach.
course-module-save = Save the module
course-module-added = The module is added.
course-module-saved = The module is saved.
course-module-up = Move up
course-module-moved = The module is moved.
course-module-remove-title = Taking the module out
course-module-remove = Take this module out
course-module-removed = The module is taken out.
course-module-in-use = Meetings were held under this module: it stays in the course. You can change it.

# Coverage
course-coverage = What the course covers
course-holes = { $holes ->
    [0] The course covers all objectives, contents and competences of the Document.
    [one] One item is still missing: you know it by its mark.
   *[other] { $holes } items are still missing: you know them by their mark.
 }
course-hole = No module
course-covered-title = At a glance
course-covered-aims = with a module
course-covered-holes = without a module
course-objectives = The eight objectives
course-areas = The five contents
course-competences = The two competences of relationship
course-competence-reciprocity = reciprocity in a relationship that helps
course-competence-bridging = being a bridge between those who use the services and those who work there
course-column-aim = Item
course-column-covered = Covered
course-column-modules = In which modules

# Who writes and who teaches
course-hands = Who writes and who teaches
course-hands-lead = A programme is written together, and taught together: experts and professionals.
course-hands-edit = Choose who writes and who teaches
course-authors = Who wrote the programme
course-authors-lead = Both sides are needed.
course-authors-none = There is nobody yet.
course-authors-joint = Written together
course-authors-no-expert = An expert is missing
course-authors-no-professional = A professional is missing
course-author-add-title = Add who wrote it
course-author-add = Add to those who wrote it
course-author-added = Added to those who wrote the programme.
course-author-person = Person of the reality
course-author-name = Name, if they come from outside
course-author-side = Which side, if they come from outside
course-author-agreed = The person knows that their name stands here, and agrees
course-author-agreed-hint = Needed only for people from outside. The name is not shown on the public page.
course-teachers = Who teaches
course-teachers-lead = The hours of each teacher are written in the modules. Professionals who teach have worked together with experts, or are trained in recovery.
course-teachers-none = There is nobody yet.
course-teacher-add-title = Add who teaches
course-teacher-add = Add to those who teach
course-teacher-added = Added to those who teach. Now write their hours in the modules.
course-teacher-person = Person of the reality
course-teacher-name = Name, if they come from outside
course-teacher-side = Which side, if they come from outside
course-teacher-prepared = For a professional
course-teacher-agreed = The person knows that their name stands here, and agrees
course-teacher-agreed-hint = Needed only for people from outside. The name is not shown on the public page.
course-prepared-coproduced = Has worked in co-production with experts
course-prepared-trained = Is trained in recovery
course-prepared-unsaid = It is not known how they are prepared
course-hand-guest = Comes from outside: I write the name
course-hand-erased = A person who erased their data
course-hand-remove = Take out
course-hand-removed = Taken off the list.
course-invalid-person = Choose a person who holds a role in this reality.
course-invalid-agreed = Ask the person first, then tick the box.
course-invalid-twice = This person is on the list already.
course-share = Experts hold { $share } per cent of the teaching hours.
course-share-asked = The Charter asks for at least { $share } per cent.
course-share-none = The teaching hours are not written yet.
course-share-experts = Experts:
course-share-professionals = Professionals:

# What the Charter says
course-charter = What the Charter says
course-charter-lead = You see it while you work, before you publish. The rules are about the course, never about a person.
course-charter-next-record = Add those who teach, and write the hours of each in the modules.

# Certificate and other programmes
course-certificate-title = Certificate
course-certificate-lead = The certificate asks only for having been there. There are no exams and no marks.
course-certificate-none = This course gives no certificate.
course-certificate-attendance = Attendance at { $percent } per cent of the hours at least, hours made up included.
course-certificate-fieldwork = At least { $hours } in the field, confirmed by both.
course-certificate-shadowing = Among them, at least { $hours } beside an expert.
course-certificate-signed = Two people sign it: an expert and a professional. No marks.
course-alignments = Competences of other programmes
course-alignments-lead = Write which competences of other programmes the course answers to. The certificate carries them along.
course-alignments-none = None is written.
course-alignments-edit = Write the competences
course-alignment-add-title = Add a competence
course-alignment-add = Add the competence
course-alignment-added = The competence is added.
course-alignment-removed = The competence is taken out.
course-alignment-source = source
course-alignment-framework = Programme or framework
course-alignment-framework-hint = For example: SAMHSA 2015, NHS England 2020.
course-alignment-competence-code = Code
course-alignment-name = Name of the competence
course-alignment-url = Address of the source

# Editions and publishing
course-editions = Editions
course-editions-none = There is no edition yet.
course-editions-all = All editions
course-publishing = Publishing
course-publishing-out = The course is public: anybody can find it.
course-publishing-ready = The course is ready. If you publish it, anybody can find it. You can still change it.
course-publishing-open = Before publishing, this is still missing:
course-publish = Publish the course
course-withdraw = Take the course off the public list
course-not-yet = The course is not ready yet: see what is missing.
course-now-public = The course is public.
course-now-draft = The course is no longer on the public list. Those who take part lose nothing.
course-open-modules = At least one module with its hours.
course-open-certificate = The certificate asks for more hours in the field than the course offers.
retention-course = Who wrote a course and who teaches in it. If the person erases their data, the name goes and the hours stay.
retention-course-guest = The name of somebody who teaches as a guest, with their agreement. Whoever sees the course reads it. To correct it or take it away, ask who keeps the course: it is done at once, on the page of the people.
