invitation-mail-subject = We invite you to Alla pari
invitation-mail-body =
    Hello { $name },

    we invite you to Alla pari, the network of peer support experts.
    Your role: { $role }

    To accept, open this link. It works once, until { $until }:

    { $link }

    If you did not expect this invitation, there is nothing to do.
invitation-no-role = a profile, without roles for now
invitation-accept-title = Welcome, { $name }
invitation-accept-lead = You are invited to the network. A name and a way to come in are enough.
invitation-role = Your role:
invitation-name = What you would like to be called
invitation-way = How you want to come in
invitation-way-password = With a password, which you write below
invitation-way-passkey = With a passkey: you make it on the next page
invitation-password = Password
invitation-password-hint = At least 12 characters. A phrase that only you remember is fine. If you choose a passkey, leave it empty.
invitation-accept = Accept the invitation
invitation-known = Your address already signs in to Alla pari. Accept to add the role to your profile.
invitation-accept-known = Accept the role
invitation-accepted = You have accepted the invitation. The role is in your profile.
invitation-not-for-you = If you did not expect this invitation, close the page: nothing happens.
invitation-over-title = This invitation is no longer open
invitation-over-unknown = The link is not valid, or the invitation was sent again with another link. Look at the latest message.
invitation-over-accepted = The invitation was accepted already. To come in, sign in.
invitation-over-withdrawn = Whoever invited you has withdrawn the invitation. If you think it is a mistake, write to them.
invitation-over-expired = More than two weeks have passed. Ask whoever invited you to send it again.
invitation-list-title = Invitations
invitation-none-title = No invitations
invitation-none-text = Here you see whom you invited and who accepted.
invitation-state-waiting = Waiting
invitation-state-accepted = Accepted
invitation-state-withdrawn = Withdrawn
invitation-state-expired = Expired
invitation-again = Send again
invitation-again-label = Send { $name }’s invitation again
invitation-withdraw = Withdraw
invitation-withdraw-label = Withdraw { $name }’s invitation
invitation-sent = The invitation is on its way.
invitation-withdrawn = The invitation is withdrawn. Its link no longer works.
