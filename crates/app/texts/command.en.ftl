# The help.
command-about = Alla pari – the network of peer support experts
command-usage = Usage
command-commands = Commands
command-arguments = Arguments
command-options = Options
command-help-serve = Start the program: pages, API and work in the background
command-help-demo = Try the program with a made-up network, in a folder of its own
command-help-user = Who uses the program
command-help-user-add = Add a person with a role: for example who administers this installation
command-help-import = Load data from a file
command-help-import-organisations = Load the register of organisations from CSV or XLSX; without --confirm only shows what it would do
command-help-import-document = Load a version of the Consensus Document from a text file
command-help-charter = The Charter
command-help-charter-check = Say, for each organisation and each rule, what the Charter sees in the records
command-help-audit = The trace of what was done
command-help-audit-verify = Check that no row of the trace was changed or removed
command-help-policy = Show who may do what
command-help-routes = Show every address and the act that it asks for
command-help-openapi = Show the description of the API (OpenAPI 3.1)
command-help-backup = Save all data to a file, even while the program works
command-help-restore = Put the data of a backup back: all or none
command-help-person = The data of a person
command-help-person-export = Write all that the program holds on a person
command-help-person-erase = Erase a person and destroy the key of their texts
command-help-doctor = Show the settings and check that the installation is well
command-help-migrate = Bring the tables of the database up to date
command-help-seed = Fill the database with a made-up network, to measure with
command-arg-help = Show this help
command-arg-version = Show the version
command-arg-database = Where the data are: sqlite:PATH or postgres://…
command-arg-listen = The address and port on which the program answers
command-arg-config = The settings file, instead of allapari.toml
command-arg-lang = The language of the messages
command-arg-file = The file
command-arg-replace = First remove all that is there
command-arg-format = For whom the output is: text for people, json for machines
command-arg-data = The folder of the data; without one, a temporary folder
command-arg-organisations = How many organisations
command-arg-experts = How many experts
command-arg-candidacies = How many candidacies
command-arg-editions = How many editions of courses
command-arg-email = The person’s mail address
command-arg-name = The person’s name
command-arg-role = The role: administrator, secretariat, region, organisation-manager, trainer, tutor, professional, expert
command-arg-organisation = The organisation in which the role is held
command-arg-territory = The territory in which the role is held
command-arg-password-stdin = Read the password from the first line of the input
command-arg-invite = Invite the person by mail to choose a password
command-arg-confirm = Do what the dry run showed
command-arg-label = The name of the version
command-arg-person = The person’s number
command-arg-yes = Really erase: there is no way back

# What can go wrong.
command-failed = It did not work: { $what }
command-conflict = Another change came at the same moment. Nothing was changed: try again.
command-no-database = There is no database at { $path }. Check --database or ALLAPARI_DATABASE; “allapari serve” makes a new one.
command-wrong-key = The key in { $path } is not the one that this database was used with. Put the right file back from your copy.
command-database-failed = The database cannot be opened: { $what } Run “allapari doctor”.
command-file-failed = The file cannot be read or written: { $what }

# Start.
command-serving = Alla pari answers at { $address } – press Ctrl-C to stop it.
command-stopped = Stopped. Nothing was left half done.
command-listen-failed = It cannot answer at { $listen }: { $what }. Perhaps it is in use: choose another port with --listen.
command-migrated = The tables are up to date.

# Backup.
command-table = Table
command-rows = Rows
command-backup-done = Saved { $rows } rows to { $path }.
command-backup-key = The backup does not hold the key { $path }: keep a copy apart. Without it, personal texts cannot be read.
command-restore-done = Put back { $rows } rows from the backup of { $made } (version { $program }).
command-restore-ended = Whoever was signed in signs in again. Links to sign in that were sent by mail, keys for programs and open invitations no longer work; the invitations are to be sent anew. Letters that waited in the backup do not leave.
command-restore-erased = { $people ->
    [one] One person who had erased their data after the backup is erased again.
   *[other] { $people } people who had erased their data after the backup are erased again.
 }
command-restore-erasures-unknown = It is not known here who erased their data after the backup. Before the pages are open again, erase each of these people once more: “allapari person erase --email ADDRESS --yes”.
command-restore-key = The key of that installation is needed too, in the file { $path }.
command-restore-not-a-backup = This file is not a backup of Alla pari. Nothing was changed.
command-restore-cut-off = The file is cut off: it ends before its end. Nothing was changed; take another copy.
command-restore-damaged = The file was changed or is damaged ({ $what }). Nothing was changed; take another copy.
command-restore-newer = The backup comes from a newer version ({ $program }) that knows { $unknown }. Update the program first. Nothing was changed.
command-restore-unfit = The backup does not fit this database: { $what }. Nothing was changed.
command-restore-not-empty = The database has data already (table { $table }). Use a new one, or add --replace to remove them. Nothing was changed.

# Showing.
command-route-method = Method
command-route-path = Address
command-route-act = Act
command-audit-read = Read { $entries ->
    [one] one row
   *[other] { $entries } rows
} in { $streams ->
    [one] one chain
   *[other] { $streams } chains
}.
command-audit-whole = The trace is whole.
command-audit-broken = The trace is not as it was written. Keep a copy of the database and ask who could have touched it.
command-audit-stream = Chain
command-audit-place = Place
command-audit-what = What
command-audit-changed = row changed
command-audit-missing = row missing
command-audit-cut-off = end cut off
command-audit-no-head = head missing

# People.
command-user-role-needs-organisation = This role is held in an organisation: add --organisation with the name that stands in its address.
command-user-role-needs-territory = This role is held in a territory: add --territory, for example emilia-romagna.
command-user-no-organisation = There is no organisation “{ $organisation }”. Look for it at /realta: the name is the last part of its address.
command-user-password-wrong = The password will not do: { $what }
command-user-email-wrong = “{ $email }” is not a mail address.
command-user-added = Done: { $name } can sign in at { $address } with { $email }.
command-user-invited = Done: the invitation for { $email } leaves with the mail.
command-user-no-mail-server = There is no mail server: the invitation waits until you set smtp_url.
command-person-unknown = Nobody matches.
command-person-erase-sure = You are about to erase { $name }: records, account and texts, for ever. If that is what the person wants, repeat with --yes.
command-person-erased = Done: the person is erased and the key of their texts is destroyed.

# Imports.
command-import-row = Row
command-import-column = Column
command-import-problem = What is wrong
command-import-notice = Good to know
command-import-seen = Read { $rows } rows: { $new } new, { $changed } to change, { $same } the same.
command-import-problems = There are { $count } problems. Nothing was loaded: mend the file and try again.
command-import-confirm = Nothing was changed yet. If this is right, repeat with --confirm.
command-import-nothing = The register says so already: there is nothing to change.
command-import-done = Done: { $new } organisations added, { $changed } changed.
command-document-done = Done: the version “{ $label }” has { $sections } sections, { $statements } statements and { $notes } notes.
command-document-label-taken = Another version is called “{ $label }” already. Choose another name with --label.
command-document-same = This text is there already as “{ $label }”: there is nothing to load.

# The Charter.
command-charter-organisation = Organisation
command-charter-rule = Rule
command-charter-state = State
command-charter-evidence = What is seen, or missing
command-charter-next = Next step
command-charter-none = There is no Charter in force yet.
command-charter-version = Charter in force: { $label }.

# The demonstration.
command-demo-filling = Preparing a made-up network…
command-demo-ready = Alla pari, to try out, answers at { $address }
command-demo-who = Enter as
command-demo-entry = Address
command-demo-kept = The data stay in { $path }: the same --data finds them again.
command-demo-temporary = The data are in a temporary folder and go with the demonstration. To keep them: --data FOLDER.
command-demo-stop = Press Ctrl-C to stop it.
command-made-up-refused = The made-up network is not complete. The page { $path } did not take what the demonstration types there: “{ $said }”. This is a fault of the program: please report it. To try again, use an empty folder or database.
command-seed-done = Made up { $organisations } organisations and { $experts } experts in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
