endorsement-title = Who endorses
endorsement-lead = By endorsing, a reality makes an exact text its own: a version of the Document or of the Charter. It may withdraw at any time.
endorsement-members = { $count ->
    [0] No reality belongs to the network yet.
    [one] One reality belongs to the network.
   *[other] { $count } realities belong to the network.
 }
endorsement-versions = Versions
endorsement-work-document = Consensus Document
endorsement-work-charter = Charter
endorsement-document = Consensus Document, { $label }
endorsement-charter = Charter, version { $label }
endorsement-count = { $count ->
    [0] no endorsement
    [one] one endorsement
   *[other] { $count } endorsements
 }
endorsement-who = The realities that endorse it
endorsement-nobody = No reality endorses this version yet.
endorsement-column-organisation = Reality
endorsement-column-place = Place
endorsement-column-since = Since
endorsement-column-month = Month
endorsement-column-count = Endorsements
endorsement-over-time = Endorsements over time
endorsement-span = From { $from } to { $until }. Endorsements today: { $count }.
endorsement-over-time-table = See the numbers
endorsement-empty = There is no text to endorse yet
endorsement-empty-text = Once the Document or the Charter is loaded, realities can endorse it from here.
endorsement-organisation-title = Endorsements: { $name }
endorsement-network = The network
endorsement-network-none = This reality does not belong to the network yet.
endorsement-member-since = Belongs to the network since { $from }.
endorsement-member-until = Belonged to the network from { $from } to { $until }.
endorsement-join = Join the network
endorsement-leave = Leaving the network
endorsement-leave-text = The reality no longer counts among those of the network. Its sheet and its endorsements of the texts stay. You can come back whenever you want.
endorsement-leave-go = Leave the network
endorsement-joined = The reality now belongs to the network.
endorsement-left = The reality no longer belongs to the network.
endorsement-texts = The texts
endorsement-none = This reality has not endorsed a text yet.
endorsement-stands = Endorsed
endorsement-withdrawn = Withdrawn
endorsement-on = since { $on }.
endorsement-stood-from = It stood from { $on }.
endorsement-withdrawn-on = Withdrawn on { $on }.
endorsement-by = Signed by { $name }.
endorsement-signer-unknown = somebody who is no longer on record
endorsement-version-gone = Version no longer available
endorsement-withdraw = Withdraw the endorsement
endorsement-was-withdrawn = The endorsement is withdrawn. It stays written that it once stood.
endorsement-new = Endorse a text
endorsement-new-text = You sign for the reality. Read the text first: the endorsement holds for that version and not for the next ones.
endorsement-all-done = The reality already endorses every version there is.
endorsement-version = Which version
endorsement-capacity = In what capacity you sign
endorsement-capacity-hint = For example: chair, director of the department.
endorsement-sure = I have read the text and may sign for the reality.
endorsement-invalid-sure = Confirm that you may sign for the reality.
endorsement-invalid-twice = The reality already endorses this version.
endorsement-sign = Endorse
endorsement-signed = The endorsement is on record.
endorsement-to-list = All endorsements
endorsement-step-sign = Read the Charter, version { $version }, and decide whether { $name } endorses it
endorsement-step-sign-why = It is the version in force. Endorsing tells the network that you make it yours.

retention-endorsement = Endorsements belong to the reality and stay. When whoever signed erases their data, the name goes.
