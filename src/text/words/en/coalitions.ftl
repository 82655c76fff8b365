# The words of coalitions.
coalitions-title = Coalitions
coalitions-lead = Standing alliances of organizations. Their members stand under their heading in a letter.
coalitions-all = All coalitions
coalitions-none = None yet.
coalitions-set-up = Set up a coalition
coalitions-set-up-lead = You will coordinate it: organizations ask to join, and you confirm them.
coalitions-name = Name
coalitions-name-hint = As it should stand above its members in a letter.
coalitions-acronym = Acronym
coalitions-website = Website
coalitions-set-it-up = Set it up
coalitions-to-confirm = Members to confirm
coalitions-nobody-waits = Nobody is waiting.
coalitions-members = Members
coalitions-none-confirmed = None confirmed yet.
coalitions-protected = Protected: only its coalition’s coordinators see it here.
coalitions-confirm = Confirm
coalitions-confirm-name = Confirm { $name }
coalitions-decline = Decline
coalitions-decline-name = Decline { $name }
coalitions-remove = Remove
coalitions-remove-name = Remove { $name }
coalitions-unnamed = { $count ->
    [one] and { $count } member that is not named here for its safety
   *[other] and { $count } members that are not named here for their safety
}
coalitions-has-asked = { $name } has asked to join. The coordinators have a mail about it.
coalitions-choose-one = Choose one
coalitions-join = Join
coalitions-your-organization = Your organization
coalitions-ask = Ask to be confirmed
coalitions-not-yours = You can ask for an organization that you sign for. Choose one of yours.
coalitions-only-coordinators = Only the coordinators of this coalition confirm its members.
coalitions-mail-asks-unnamed = An organization asks to join { $coalition }
coalitions-mail-asks = { $organization } asks to join { $coalition }
coalitions-mail-asks-text = { $organization } says that it is a member of { $coalition } and asks you to confirm it. Until you do, it cannot stand under your heading in a letter.
coalitions-mail-look = Look at the request
coalitions-mail-confirmed-unnamed = { $coalition } has confirmed your organization
coalitions-mail-confirmed = { $coalition } has confirmed { $organization }
coalitions-mail-confirmed-text = { $coalition } has confirmed { $organization } as its member. In letters it can stand under that heading.
coalitions-mail-see = See the coalition
