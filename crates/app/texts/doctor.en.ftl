doctor-setting = Setting
doctor-value = Value
doctor-origin = Where it comes from
doctor-meaning = What it is for
doctor-default = starting value
doctor-not-set = (not set)
doctor-all-fine = All is well.
doctor-something-wrong = Something needs mending: the lines with ✗ say how.

doctor-clock = Clock
doctor-clock-fine = shows { $now }.
doctor-clock-behind = shows { $now }, before this program was written. Turn time synchronisation (NTP) on.

doctor-database = Database
doctor-database-fine = { $engine } answers.
doctor-database-none = { $path } is not there yet: it is made at the first start.
doctor-database-unreachable = cannot be opened: { $what } Check the setting database, and that the server is up.
doctor-database-silent = does not answer within ten seconds. Check the network and that the server is up.

doctor-migrations = Tables
doctor-migrations-fine = are up to date.
doctor-migrations-pending = lack { $names }. Make a copy with “allapari backup”, then run “allapari migrate”.

doctor-writable = Writing
doctor-writable-fine = the database can be written.
doctor-writable-not = the database cannot be written: { $what } Check the permissions of the folder and the file.

doctor-audit = Trace
doctor-audit-fine = { $entries } rows in { $streams } chains. “allapari audit verify” checks them all.
doctor-audit-from-the-future = the last row is of { $newest }, in the future. The clock is slow: turn time synchronisation (NTP) on.

doctor-key = Key
doctor-key-fine = is the one that the database was used with.
doctor-key-none = { $path } is not there yet: it is made at the first start.

doctor-key-file = Key file
doctor-key-file-fine = { $path } is readable by its owner alone. Keep a copy away from the backups.
doctor-key-file-open = { $path } can be read by others. Run “chmod 600 { $path }”.

doctor-disk = Room
doctor-disk-fine = { $free } GB are free.
doctor-disk-full = in { $path } only { $free } MB are left. Make room, or move the data.
doctor-disk-elsewhere = the data are on another server: look at its room there.
doctor-disk-unknown = it cannot be told how much room there is in { $path }.

doctor-base-url = Address
doctor-base-url-fine = { $url }
doctor-base-url-open = { $url } is not protected: passwords and texts would travel in the open. Put a proxy with HTTPS in front and set base_url.

doctor-mail = Mail
doctor-mail-fine = { $server } answers.
doctor-mail-none = no mail server: messages wait. Set smtp_url to send them.
doctor-mail-silent = { $server } does not answer within ten seconds. Check name, port and network.
doctor-mail-failed = { $server } does not work: { $what } Check smtp_url.

doctor-paper = Paper
doctor-paper-fine = a trial PDF comes out.
doctor-paper-not = a trial PDF does not come out: { $what } Install the program again.
