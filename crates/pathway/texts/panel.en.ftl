# The group that meets who applies.
panel-side-expert = Expert
panel-side-professional = Professional
