charter-title = Read the Charter
charter-lead = The Charter says in articles what the conference agreed on. Each article comes from the Consensus Document; some carry rules that the program checks.
charter-name = National Charter
charter-version-label = Version { $label }
charter-in-force-since = In force since { $day }
charter-past-since = Adopted on { $day }, no longer in force
charter-adopted-on = Adopted on { $day }
charter-draft-state = A draft, not adopted yet
charter-empty-title = Here you will read the Charter
charter-empty-text = The first version appears when the program starts for the first time. If you do not see it, write to whoever runs it.
charter-contents = The articles
charter-article = Article { $number }
charter-article-heading = { $number }. { $title }
charter-rests-on = Where it comes from
charter-rests-on-statement = Passage of the Document:
charter-rules-here = Rules of this article
charter-rule-name = Rule { $code }
charter-parameters = Values of the rule
charter-parameter-column = What
charter-value-column = Value
charter-origin-column = Where the value comes from
charter-all-rules = All the rules in short
charter-ways = Other ways to read it
charter-as-text = Plain text
charter-as-pdf = PDF to print
charter-as-versions = All versions
charter-as-findings = What the Charter says of the network
charter-as-document = The Consensus Document
charter-as-data = Data for programmers

charter-versions-title = The versions of the Charter
charter-versions-lead = An adopted version no longer changes. You can read them all and compare them.
charter-versions-caption = Versions of the Charter, the latest first
charter-versions-label = Version
charter-versions-state = State
charter-versions-day = Adopted on
charter-versions-actions = What you can do
charter-state-in-force = In force
charter-state-past = Superseded
charter-state-draft = Draft
charter-versions-read = Read version { $label }
charter-versions-edit = Change the draft { $label }
charter-versions-compare = Compare two versions
charter-compare-da = From this version
charter-compare-a = To this version
charter-compare-go = Show what changes
charter-draft-new = Prepare a new version
charter-draft-new-text = It starts from the version in force. Nothing changes until you adopt it.
charter-draft-new-go = Make the draft
charter-draft-created = The draft is ready. Now you can change it.
charter-edit-go = Change this draft

charter-compare-title = What changes between two versions
charter-compare-lead = From version { $from } to version { $to }.
charter-compare-none = The two versions say the same.
charter-compare-articles = Articles that change
charter-compare-values = Values that change
charter-compare-for-whom = For whom it changes
charter-compare-for-whom-text = You can see for how many realities the Charter’s answer would change.
charter-compare-for-whom-go = Show for whom it changes
charter-change-added = New article: { $title }
charter-change-removed = Article removed: { $title }
charter-change-reworded = The words change: { $title }
charter-change-ground = What it rests on changes: { $title }
charter-change-moved = Rule { $code } moves to another article: { $title }
charter-change-before = Before
charter-change-after = After
charter-change-ground-added = Passage added:
charter-change-ground-removed = Passage removed:
charter-change-rule = Rule
charter-change-parameter = Value

charter-edit-title = Prepare version { $label }
charter-edit-lead = Change the name, the values and the articles. When the draft is ready you can adopt it.
charter-label = Name of the version
charter-label-hint = Short, for example 2 or 2027.
charter-edit-values = The values of the rules
charter-edit-save = Save name and values
charter-edit-saved = We saved the draft.
charter-edit-articles = The articles
charter-edit-article = Change article { $number }
charter-edit-adopt = Adopt this version
charter-edit-adopt-text = From that moment this version holds. The one before stays readable. All realities are checked again.
charter-edit-adopt-go = Adopt the version
charter-confirm = I have read what changes and for whom
charter-adopted-already = This version is adopted already.
charter-adopted = The new version is in force.
charter-behind = This draft comes from a version that no longer holds. Adopted as it is, it would undo what version { $label } decided. First carry its changes over to version { $label }: nothing is lost.
charter-behind-go = Carry the changes over to version { $label }
charter-behind-refused = The draft is not adopted: meanwhile version { $label } holds. Carry the changes of the draft over to it, read again what changes, then adopt it.
charter-carried = The changes of the draft start from the version in force. Read again what changes before you adopt it.
charter-carry-apart = The changes of the draft and version { $label } do not fit together: a fewest may be more than its most, for example. Correct the values of the draft, save them and try again. Nothing is lost.
charter-stale = Somebody else has just changed this draft. What you wrote is here: look it over and save again.
charter-edit-drop = Remove the draft
charter-edit-drop-text = The draft disappears. Adopted versions stay.
charter-edit-drop-go = Remove this draft
charter-dropped = We removed the draft.
charter-article-title = Change an article
charter-article-lead = Article { $number } of the draft { $label }.
charter-title-it = Title in Italian
charter-title-en = Title in English
charter-text-it = Text in Italian
charter-text-en = Text in English
charter-grounds = Passages of the Document it rests on
charter-grounds-hint = One address in a line, as section.passage. You can paste the link that stands beside each passage of the Document.
charter-invalid-ground = “{ $line }” is not the address of a passage of the Document.
charter-invalid-lost = The current Document has no passage “{ $line }”.
charter-article-save = Save the article
charter-article-saved = We saved the article.
charter-bounds = From { $least } to { $most }.
charter-invalid-bounds = Write a whole number from { $least } to { $most }.
charter-invalid-crossed = The most cannot be less than the fewest. Change one of the two values.
charter-invalid-label = There is a version of this name already.
charter-invalid-confirm = Before you adopt it, confirm that you have read what changes.

charter-origin-from-source = The Consensus Document gives it
charter-origin-starting-value = The Document does not say: it is a starting value chosen by this project
charter-origin-set-by-network = The network set it in a version of the Charter
charter-unit-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
 }
charter-unit-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
 }
charter-unit-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
 }
charter-unit-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
 }
charter-unit-percent = { $n } per cent
charter-unit-delegates = { $n ->
    [one] { $n } delegate
   *[other] { $n } delegates
 }
charter-unit-to-one = { $n } to 1

charter-i1-experts = Experts in the panel, at least
charter-i1-professionals = Professionals in the panel, at least
charter-i4-days = Longest time to give reasons
charter-i7-share = Teaching hours held by experts, at least
charter-i9-hours = Training offered to each, at least
charter-i9-months = Within
charter-i10-days = Longest time without an invitation to meetings
charter-i11-review-days = Longest time since the last review offered
charter-i11-intervision-days = Longest time since the last intervision offered
charter-i16-fewest-delegates = For each reality, at least
charter-i16-most-delegates = For each reality, at most
charter-i16-ratio = Experts for each professional
charter-i16-tolerance = Allowed deviation

charter-objective-recovery = valuing recovery
charter-objective-rights = the rights of the person
charter-objective-collaboration = working together with professionals
charter-objective-frame = the setting and the aims
charter-objective-information = territory, services, laws, privacy and safety
charter-objective-role = taking up the role and its recognition
charter-objective-work = access to work
charter-objective-belonging = belonging to a working group
charter-area-own-experience = using one’s own experience to help
charter-area-groups = leading groups and creative activities
charter-area-critical-situations = meeting critical situations
charter-area-own-wellbeing = guarding one’s own well-being
charter-area-institutions = institutions, rights and duties
charter-part-theory = theory
charter-part-practice = practice
charter-part-shadowing = shadowing

charter-i1-title = A joint panel
charter-i1-sentence = A panel has at least { $experts } from among the experts and { $professionals } from among the reality’s professionals.
charter-i1-missing = Who sits in the panels.
charter-i1-next-record = This is done on the page Calls of the reality: open a call and choose its panel. The answer appears here.
charter-i1-none = The reality has no panels.
charter-i1-evidence = Joint panels: { $met } of { $all }.
charter-i1-next = Complete these panels with who is missing: { $names }.

charter-i2-title = No educational qualification asked for
charter-i2-sentence = A call asks for no educational qualification.
charter-i2-missing = What the calls ask for.
charter-i2-next-record = This is done on the page Calls of the reality: write a call. The answer appears here.
charter-i2-none = The reality has no calls.
charter-i2-evidence = Calls that ask for no educational qualification: { $met } of { $all }.
charter-i2-next = Remove the educational qualification from: { $names }.

charter-i3-title = A conversation as the form
charter-i3-sentence = The form used is the interview. No marks are given.
charter-i3-missing = In what form candidates are met.
charter-i3-next-record = This is done on the page Calls of the reality: say in a call how people meet. The answer appears here.
charter-i3-none = The reality has no calls.
charter-i3-evidence = Calls that use the interview alone: { $met } of { $all }.
charter-i3-next = Change to an interview in: { $names }.
charter-i3-missing-form = { $calls ->
    [one] One call does not say in what form candidates are met.
   *[other] { $calls } calls do not say in what form candidates are met.
 }
charter-i3-next-form = Write in the call that there is an interview.

charter-i4-title = Answers with reasons
charter-i4-sentence = Within { $days } days of the closing, a candidate receives the reasons and the offer of a conversation.
charter-i4-missing = How candidacies are closed.
charter-i4-next-record = This is done on the page Meetings with candidates: answer those who applied. The answer of the Charter appears here.
charter-i4-none = The reality closed no candidacies.
charter-i4-awaited = { $awaited ->
    [one] One candidacy was closed less than { $days } days ago: there is still time.
   *[other] { $awaited } candidacies were closed less than { $days } days ago: there is still time.
 }
charter-i4-evidence = Candidacies with reasons and the offer of a conversation within { $days } days: { $met } of { $all }.
charter-i4-next = { $late ->
    [one] Send the reasons to the one person who still waits for them and offer a conversation.
   *[other] Send the reasons to the { $late } people who still wait for them and offer a conversation.
 }

charter-i5-title = Access to training
charter-i5-sentence = A course asks for an own path of recovery alone, and offers a group to whoever has none.
charter-i5-missing = How people enter the courses.
charter-i5-next-record = This is done on the page Courses of the reality: add a course. The answer appears here.
charter-i5-none = The reality has no courses.
charter-i5-missing-part = { $courses ->
    [one] One course does not say how people enter it.
   *[other] { $courses } courses do not say how people enter them.
 }
charter-i5-evidence = Courses that ask for the path of recovery alone and offer a group: { $met } of { $all }.
charter-i5-next = Remove the other conditions and offer a group in: { $names }.

charter-i6-title = A curriculum that is whole and written together
charter-i6-sentence = A curriculum covers all objectives and areas, was written by both sides and has theory, practice and shadowing.
charter-i6-missing = What the curricula contain.
charter-i6-next-record = This is done on the page Courses of the reality: write the modules of the course. The answer appears here.
charter-i6-none = The reality has no curricula.
charter-i6-coverage = { $name }: { $objectives } of 8 objectives, { $areas } of 5 areas.
charter-i6-next-coverage = { $name }: add { $lacking }.
charter-i6-joint = { $name }: written by experts and professionals.
charter-i6-not-joint = { $name }: written by one side only.
charter-i6-next-joint = { $name }: rewrite it together, experts and professionals.
charter-i6-parts = { $name }: has theory, practice and shadowing.
charter-i6-parts-lacking = { $name }: does not have all parts.
charter-i6-next-parts = { $name }: add { $lacking }.

charter-i7-title = Who teaches
charter-i7-sentence = Experts hold at least { $share } per cent of the teaching hours. Professionals who teach know co-production or recovery.
charter-i7-missing = Who teaches in the courses.
charter-i7-next-record = This is done on the page Courses of the reality: add a course. The answer appears here.
charter-i7-none = The reality has no courses.
charter-i7-missing-part = { $courses ->
    [one] One course does not say who teaches.
   *[other] { $courses } courses do not say who teaches.
 }
charter-i7-evidence = { $name }: experts hold { $share } per cent of the hours (at least { $asked }).
charter-i7-next = { $name }: give more hours to experts, at least { $asked } per cent.
charter-i7-prepared = { $name }: professionals who know co-production or recovery: { $met } of { $all }.
charter-i7-next-prepared = { $name }: offer recovery training to the professionals who teach.

charter-i8-title = Shadowing in the field
charter-i8-sentence = Trainees in the field always shadow an expert who is already active.
charter-i8-missing = Who shadows whom in the courses.
charter-i8-next-record = This is done on the page Courses of the reality: add a course. The answer appears here.
charter-i8-none = The reality has no courses.
charter-i8-missing-part = { $courses ->
    [one] In one course the part in the field is not recorded yet.
   *[other] In { $courses } courses the part in the field is not recorded yet.
 }
charter-i8-evidence = Trainees in the field beside an expert: { $met } of { $all }.
charter-i8-next = Find an expert to shadow in: { $names }.

charter-i9-title = Continuing training
charter-i9-sentence = The reality offers every active expert at least { $hours } hours of training in { $months } months.
charter-i9-missing = How much training is offered to those already active.
charter-i9-next-record = This is done on the page Continuing training of the reality: offer a meeting. The answer appears here.
charter-i9-none = The reality has no active experts.
charter-i9-recent = { $recent ->
    [one] One person has been active only for a short time and is not counted yet.
   *[other] { $recent } people have been active only for a short time and are not counted yet.
 }
charter-i9-evidence = Experts who were offered at least { $hours } hours in { $months } months: { $met } of { $all }.
charter-i9-next = Offer every expert at least { $hours } hours of training in { $months } months.

charter-i10-title = Nobody left out, nobody alone
charter-i10-sentence = A team invites its experts to its meetings: none is left out for { $days } days, and none is alone.
charter-i10-missing = How teams invite their experts.
charter-i10-next-record = There is nothing to do for now. Once teams are recorded, the answer appears here.
charter-i10-none = There are no experts in the teams yet.
charter-i10-evidence = Teams that invited all their experts in the last { $days } days: { $met } of { $all }.
charter-i10-next = Invite to the meetings the experts of: { $names }.
charter-i10-company = Teams in which no expert is alone: { $met } of { $all }.
charter-i10-next-company = Find a second expert, or a shared group, for: { $names }.

charter-i11-title = What protects every assignment
charter-i11-sentence = In services every assignment has a tutor, a described role, an agreed area and supervision. A review is offered every { $review-days } days, intervision every { $intervision-days }.
charter-i11-not-applicable = The rule is about services. In associations and volunteering the role stays light.
charter-i11-missing = Which protections the assignments have.
charter-i11-next-record = There is nothing to do for now. Once assignments are recorded, the answer appears here.
charter-i11-none = The reality has no assignments.
charter-i11-tutor = Assignments with a tutor: { $met } of { $all }.
charter-i11-role-description = Assignments with the role described: { $met } of { $all }.
charter-i11-agreed-area = Assignments with an area chosen together: { $met } of { $all }.
charter-i11-supervision = Assignments with supervision: { $met } of { $all }.
charter-i11-review = Assignments with a review offered in the last { $days } days: { $met } of { $all }.
charter-i11-intervision = Assignments with intervision offered in the last { $days } days: { $met } of { $all }.
charter-i11-next-tutor = Name a tutor for every assignment.
charter-i11-next-role-description = Write the description of the role together.
charter-i11-next-agreed-area = Choose the area together with the expert and the professionals.
charter-i11-next-supervision = Make sure that every assignment has supervision.
charter-i11-next-review = Offer a review of the work process at least every { $days } days.
charter-i11-next-intervision = Offer intervision among experts at least every { $days } days.

charter-i12-title = Freedom and time for one’s own group
charter-i12-sentence = The reality leaves its experts free to belong to a group or association of experts, and gives them the time.
charter-i12-none = The reality has no active experts.
charter-i12-free = The reality declares that its experts are free to belong to a group.
charter-i12-not-free = The reality declares that its experts are not yet free to belong to a group.
charter-i12-next-free = Leave the experts free to choose a group, then renew the declarations.
charter-i12-missing-free = Whether the experts are free to belong to a group.
charter-i12-next-declare = Fill in the reality’s declarations.
charter-i12-hours = { $hours ->
    [one] The reality gives one hour a month for the group.
   *[other] The reality gives { $hours } hours a month for the group.
 }
charter-i12-time = The reality gives time for the group.
charter-i12-no-time = The reality gives no time for the group yet.
charter-i12-next-time = Set some time aside for the group, then renew the declarations.
charter-i12-missing-time = Whether the reality gives time for the group.
charter-i12-groups = Active experts who belong to a group: { $met } of { $all }. To belong is a right, not a duty.

charter-i13-title = Paid roles and volunteer roles
charter-i13-sentence = A paid role has its administrative instrument. A volunteer role has none of its duties.
charter-i13-missing = On which instruments the roles rest.
charter-i13-next-record = There is nothing to do for now. Once assignments are recorded, the answer appears here.
charter-i13-none = The reality has no roles of experts.
charter-i13-paid = Paid roles with an administrative instrument: { $met } of { $all }.
charter-i13-next-paid = Give every paid role an instrument: contract, collaboration, grant or agreement.
charter-i13-volunteer = Volunteer roles without the duties of a job: { $met } of { $all }.
charter-i13-next-volunteer = Take the duties of a job away from volunteer roles, or pay for them.

charter-i14-title = A department that is ready and open
charter-i14-sentence = A department has experts, professionals in charge of their inclusion, staff trained in recovery and no closed area.
charter-i14-not-applicable = The rule is about mental-health departments.
charter-i14-experts = Active experts: { $all }.
charter-i14-next-experts = Begin a selection: no expert works in the department yet.
charter-i14-missing-experts = How many experts are active.
charter-i14-next-register = Record the active experts, or renew the figures of the profile sheet.
charter-i14-professionals = Professionals in charge of inclusion: { $all }.
charter-i14-next-professionals = Put a professional in charge of inclusion.
charter-i14-missing-professionals = How many professionals are in charge of inclusion.
charter-i14-trained = Staff trained in recovery: { $all }.
charter-i14-next-trained = Offer the staff training in recovery.
charter-i14-missing-trained = How many of the staff are trained in recovery.
charter-i14-areas = Areas closed to experts: { $all }.
charter-i14-next-areas = Open the areas that are still closed, together.
charter-i14-missing-areas = Whether any areas are closed to experts.
charter-i14-next-declare = Fill in the reality’s declarations.

charter-i15-title = A place in the bodies
charter-i15-sentence = A body that decides on mental health has a place for experts, and the place is filled.
charter-i15-missing = Which bodies have a place for experts.
charter-i15-next-record = There is nothing to do for now. Once bodies are recorded, the answer appears here.
charter-i15-none = The reality has no bodies that decide on mental health.
charter-i15-evidence = Bodies with all places for experts filled: { $met } of { $all }.
charter-i15-next = Make or fill the place in: { $names }.

charter-i16-title = The proportions of a conference
charter-i16-sentence = A conference has { $fewest-delegates } to { $most-delegates } delegates for each reality and { $ratio } experts for each professional, within { $tolerance } per cent.
charter-i16-not-applicable = The rule is about those who hold conferences.
charter-i16-missing = Who took part in the conferences.
charter-i16-next-record = There is nothing to do for now. Once conferences are recorded, the answer appears here.
charter-i16-none = The reality holds no conferences.
charter-i16-delegates = { $name }: realities with { $fewest } to { $most } delegates: { $met } of { $all }.
charter-i16-next-delegates = { $name }: invite { $fewest } to { $most } delegates for each reality.
charter-i16-proportion = { $name }: { $experts } experts and { $professionals } professionals, that is { $found } to 1 (asked for { $asked } to 1, within { $tolerance } per cent).
charter-i16-next-proportion = { $name }: bring the invitations closer to { $asked } to 1.
