# What each setting decides.
settings-database = Where the data are: sqlite:PATH or postgres://user:password@server/name
settings-listen = The address and port on which the program answers
settings-base-url = The address at which people reach the program; used for links in mail
settings-behind-proxy = Whether a proxy in front says where a request comes from (true or false)
settings-smtp-url = The mail server: smtps://user:password@server or smtp://server
settings-mail-from = Who signs the program’s mail
settings-secret-file = The file with the installation’s key; keep a copy in a safe place
settings-helpline = The line at the foot of every page for somebody who needs help now
settings-log = How much to write to the technical log: error, warn, info, debug
settings-log-format = How to write it: text for people, json for machines

# What is wrong, and how to mend it.
settings-problems = Some settings are not right. Nothing was started and nothing was changed.
settings-unknown-name = The file { $path } has a setting that does not exist. Perhaps you meant “{ $near }”.
settings-unknown-variable = This is a variable that the program does not know. Perhaps you meant { $near }.
settings-file-missing = The file { $path } is not there. Check the path, or leave out --config.
settings-file-unreadable = The file { $path } cannot be read: { $what }
settings-database-wrong = This is not the address of a database. Write sqlite:PATH or postgres://user:password@server/name.
settings-listen-wrong = “{ $value }” is not an address with a port. Write for example 127.0.0.1:8080, or 0.0.0.0:8080 to answer other machines too.
settings-base-url-wrong = “{ $value }” is not a whole address. Write for example https://allapari.example.it, with nothing after the name.
settings-behind-proxy-wrong = “{ $value }” will not do: write true or false.
settings-smtp-not-an-address = This is not the address of a mail server. Write for example smtps://user:password@server.
settings-smtp-tls = After ?tls= write required, opportunistic or none.
settings-smtp-password-in-the-open = The password would travel in the open. Use smtps:// or leave out ?tls=.
settings-mail-from-wrong = “{ $value }” is not a sender. Write for example Alla pari <noreply@example.it>.
settings-log-wrong = “{ $value }” is not understood. Write error, warn, info or debug.
settings-log-format-wrong = “{ $value }” will not do: write text or json.
settings-secret-lost = The key file { $path } is missing, but this database has been used with a key. Put the file back from your copy: without that key, personal texts can never be read again.
settings-secret-malformed = The file { $path } does not hold a key (64 hexadecimal digits). Put the file back from your copy.
settings-secret-file-failed = The key file { $path } cannot be read or written: { $what }
