home-title = Alla pari
home-claim = The network of people who have lived through distress, their own or that of someone close, and make it a help for others.
home-lead = Here the network decides together, writes its rules and looks at whether they are kept. Nobody is judged. The duties are those of the realities.
home-become = See how one becomes an expert
home-more = Looking for something else? Choose where to begin
home-loop-title = How it works
home-loop-text = The conference decides by consensus. The Document says what. The Charter makes rules of it. The rules are held against what the network does. What is missing goes back to the tables.
home-loop-conference-note = realities at the first conference, 2021
home-loop-conference-value = 43
home-loop-document-note = { $n ->
    [0] still to be loaded
    [one] version published
   *[other] versions published
 }
home-loop-charter-note = rules in force
home-loop-records-note = realities in the network
home-loop-findings-note = checks to take up
home-loop-tables-note = still to come
home-doors-title = What are you looking for?
home-door-candidate = I would like to become an expert
home-door-candidate-text = Read the open calls. No educational qualification is needed. You may write from a phone and go on later, or try a day first.
home-door-candidate-link = See the calls
home-door-course = I am looking for a course
home-door-course-text = Courses with lessons and shadowing, and training in the field, at the side of experts.
home-door-course-link = See the courses
home-door-family = I stand beside someone close to me
home-door-family-text = Relatives too can put their experience at the service of others.
home-door-family-link = Find a reality nearby
home-door-expert = I am an expert already
home-door-expert-text = Keep your profile. You decide what is seen. See which protections are yours.
home-door-expert-link = Read the Charter
home-door-organisation = I work in a reality or a service
home-door-organisation-text = Keep your profile sheet up to date. See what the Charter says and what the next step is.
home-door-organisation-link = Go to the realities of the network
home-door-institution = I represent an institution
home-door-institution-text = See where experts are present, what the Document asks for and how far the network has come.
home-door-institution-link = Look at the map
home-door-employer = I want to check a certificate
home-door-employer-text = With its code, its link or its file. You see only what the person chose to show.
home-door-employer-link = Check a certificate
home-network-title = The network in numbers
home-network-organisations = Realities
home-network-experts = Active experts
home-network-territories = Territories where the figure is present
home-network-empty = The network is forming: here you will see how many realities belong to it, and where.
home-network-map = Look at the map of the 21 territories
