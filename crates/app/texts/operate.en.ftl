operate-title = Running the installation
operate-lead = How this installation is: work in the background, mail, the trace, the data.
operate-jobs = Work in the background
operate-jobs-text = It runs by itself, on one machine at a time. If one stops, another goes on.
operate-job = Work
operate-state = State
operate-last = Last time
operate-done = Things done
operate-job-events = React to what changes
operate-job-mail = Send the mail
operate-job-pathway = Remind of meetings, tell when a candidacy waits
operate-job-certificates = Issue certificates, when they are many
operate-job-signatures = Sign certificates again, when a key is no longer safe
operate-job-charter = Read the records with the Charter, each day
operate-job-retention = Remove what is kept no longer
operate-job-never = nothing to do yet
operate-job-fine = went well
operate-job-failed = failed, tries again by itself
operate-mail = Mail
operate-mail-waiting = { $count ->
    [0] No message is waiting.
    [one] One message is waiting.
   *[other] { $count } messages are waiting.
}
operate-mail-given-up = { $count ->
    [0] None was given up.
    [one] One was given up after many tries.
   *[other] { $count } were given up after many tries.
}
operate-mail-outbox = See the outgoing mail
operate-trace = Trace
operate-trace-holds = The trace has { $entries } rows in { $streams } chains.
operate-trace-check = Check that it is whole
operate-trace-whole = The trace is whole: no row was changed or removed.
operate-trace-broken = The trace is not as it was written. Keep a copy of the database and ask who could have touched it.
operate-program = Program and data
operate-version = Version
operate-database = Database
operate-tables = Tables
operate-tables-fine = up to date
operate-tables-pending = { $count ->
    [one] one migration to apply
   *[other] { $count } migrations to apply
}
operate-backup = To save a copy of everything: “allapari backup FILE”, even while the program works. For a full check: “allapari doctor”.
operate-reports = Read the reports
