findings-title = What the Charter says of the network
findings-lead = Every rule is about realities, never about persons. Here you see the sums and what realities chose to show. Nothing is ranked.
findings-charter = Charter
findings-organisations = Realities
findings-own = Check
findings-checked = Last check: { $at }.
findings-not-checked = The Charter was not checked on any reality yet.
findings-yours = Your realities
findings-sums = Rule by rule
findings-sums-text = For how many realities of the public register each rule is met, is not met, is not known or does not apply.
findings-bars = Realities by rule and answer
findings-table = The same figures as a table
findings-silent = { $number ->
    [one] One rule has no answers yet
   *[other] { $number } rules have no answers yet
 }
findings-silent-text = The records they speak of are still to come. Until then the answer stays “not known”.
findings-rule = Rule
findings-list-published = What realities show
findings-list-published-text = Every reality decides what to publish. The order is that of the alphabet.
findings-list-all = The answers of all realities
findings-list-all-text = You see them as the secretariat, in the order of the alphabet. They are there to accompany, not to compare.
findings-regola = Rule
findings-stato = Answer
findings-territorio = Territory
findings-all-rules = All rules
findings-all-states = All answers
findings-all-territories = All territories
findings-filter = Show
findings-of = { $name }: { $rule }
findings-missing = Not known: { $what }
findings-article = Article { $number }, { $title }
findings-none = No answer fits these filters
findings-none-text = Try a wider search.
findings-none-published = Published answers appear here
findings-none-published-text = No reality has published any that fit these filters. Whoever manages a reality can do so from its own check.

findings-own-title = What the Charter says of { $name }
findings-own-lead = These answers belong to the reality. Its own people and the secretariat see them.
findings-own-publishing = Whoever manages the reality can make each answer public and take it back. An answer that changes is private again.
findings-group-not-met = To improve
findings-group-not-known = Still to be known
findings-group-met = Met
findings-group-not-applicable = Not about this reality
findings-group-awaiting = Waiting for records that are not kept yet
findings-group-awaiting-text = For these rules there is nothing to do for now.
findings-publish = Make answer { $rule } public
findings-unpublish = Make answer { $rule } private again
findings-published = The answer is public now: { $rule }.
findings-unpublished = The answer is private again: { $rule }.
findings-is-public = This answer is public.
findings-none-own = Here you will read what the Charter says of your reality
findings-none-own-text = The check starts by itself once the reality is in the register. It usually takes a few minutes.

findings-declare-title = Declare how { $name } works
findings-declare-lead = No record can say these things: the reality does. Leave open what you do not know.
findings-declare-go = Fill in the declarations
findings-declare-save = Save the declarations
findings-declared = We saved the declarations and checked the reality again.
findings-stale = Somebody else has just saved these declarations. What you wrote is still in the form: compare it with what is saved, mend what you need to and save again.
findings-belonging = Belonging to a group
findings-belonging-text = The Charter asks that experts be free to belong to a group and have the time for it.
findings-free = Are the experts free to belong to a group or association of experts?
findings-time = Does the reality give them time for the group?
findings-hours = How many hours a month
findings-hours-hint = If there is no fixed number, leave it empty.
findings-answer-yes = Yes
findings-answer-no = Not yet
findings-answer-open = I would rather not say now
findings-inclusion = Ready to welcome
findings-inclusion-text = These questions are for mental-health departments. Write how many people, without names.
findings-professionals = Professionals in charge of the experts’ inclusion
findings-trained = Staff trained in recovery
findings-closed-areas = Areas closed to experts
findings-closed-areas-hint = Write 0 if all areas are open.
findings-on = The answers are true on
findings-invalid-future = The date cannot lie in the future.

findings-impact-title = For whom something changes
findings-impact-lead = What the Charter would answer if it went from version { $from } to version { $to }.
findings-impact-summary = { $number ->
    [0] With today’s records the answer changes for none of the { $all } realities.
   *[other] With today’s records the answer changes for { $number } of { $all } realities.
 }
findings-impact-sums = How many realities change their answer
findings-impact-before = Before
findings-impact-after = After
findings-impact-number = Realities
findings-impact-own = The realities that you can see
findings-impact-shift = { $rule }: from “{ $before }” to “{ $after }”
findings-impact-compare = Back to what changes in the text

findings-step-declare = Declare how { $name } works
findings-step-declare-why = The Charter can only answer on what is known.
findings-step-unmet = See what to improve in { $name }. Rules not met: { $number }
findings-step-unmet-why = For each rule you find the next step.
