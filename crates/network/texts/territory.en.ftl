territory-title = Where peer support is
territory-lead = Italy’s 21 territories: 19 regions, and Trento and Bolzano. Choose one to see who is there.
territory-map-short = Map
territory-map-title = Map of Italy: where the figure of the peer support expert is present
territory-map-credit = Outlines: svg-maps by Victor Cazanave, CC BY 4.0, adapted
territory-map-label = { $territory }: { $presence }, { $number ->
    [0] no realities
    [one] one reality
   *[other] { $number } realities
 }
territory-summary = The figure is present in { $present } territories, emerging in { $emerging }, absent in { $absent }.
territory-table = The territories as a table
territory-how = This is this program’s own choice. Present: at least one reality counts active experts, or calls itself advanced. Emerging: there is at least one reality. Absent: no reality is on record. The region or the secretariat can say more. The order is geographical: no territory is ranked.
territory-name = Territory
territory-presence = Presence of experts
territory-presence-hint = Present: at least one reality counts active experts, or calls itself advanced. Emerging: there is a reality, which counts none yet.
territory-presence-present = Present
territory-presence-emerging = Emerging
territory-presence-absent = Absent
territory-organisations = Realities
territory-user-experts = User experts
territory-family-experts = Family experts
territory-page-lead = Peer support in this territory: { $territory }.
territory-now = Where we stand
territory-why-present = At least one reality counts active experts, or calls itself advanced.
territory-why-emerging = There is at least one reality, but none has counted active experts yet.
territory-why-absent = No reality is on record here yet. If you know of one, write to the secretariat.
territory-why-said = The region or the secretariat says so.
territory-said-on = Written on { $day } by the region or the secretariat.
territory-who = The realities
territory-nobody = None yet.
territory-more = See all { $number } realities
territory-edit = Say how things stand
territory-edit-title = Say how things stand: { $territory }
territory-edit-lead = Your words stand beside the realities’ records, with today’s date.
territory-as-recorded = As the registered realities show
territory-note = How things stand, in your words
territory-note-hint = For example: which services, which projects, which acts.
territory-save = Publish your words
territory-done = Your words are public. Thank you.
territory-stale = Somebody else has just published something on this territory. What you wrote is still in the form: compare it with what is public, mend what you need to and publish again.
territory-theirs = What is public now
territory-step-say = Say how things stand in your territory: { $territory }
territory-step-say-why = The map has no words of yours, or they are more than a year old.
