# The words of signatures.

# Signing.
signatures-sign-title = Sign: { $title }
signatures-your-signature = Your signature
signatures-sign-heading = Sign for your organization
signatures-text-moved = The text was revised while you were reading. Nothing is signed. This is what changed:
signatures-was-prepared = The signature of { $name } was prepared on { $time } and waits for somebody with authority to approve it from the mail they got.
signatures-no-longer-signed = This letter can no longer be signed.
signatures-what-is-kept = What is kept of you
signatures-has-signed = { $name } has signed this letter.
signatures-is-counted-only = Its name is withheld: it is counted, and not named.
signatures-answer-asked-lead = Your answer is asked for:
signatures-answer-asked = the text has changed since.
signatures-keep-or-withdraw = Keep or withdraw
signatures-see-on-list = See it on the list
signatures-shown-once-public = The letter is not public yet. The name is shown once it is.
signatures-receipt = The receipt for this signature
signatures-withdraw = Withdraw the signature
signatures-appear = As you would like it to appear
signatures-name-in-letter = Name in this letter
signatures-name-in-letter-hint = Empty for your organization’s own name.
signatures-acronym = Acronym
signatures-members = On behalf of how many members
signatures-save = Save
signatures-signs-for-none = Your account signs for no organization yet.
signatures-register = Register your organization
signatures-for-which = For which organization?
signatures-sign = Sign
signatures-for-line-or-none = Where the line stands, or no coalition
signatures-for-none = No coalition
signatures-for = For { $name }
signatures-another-one = another one
signatures-verification-asked = This letter asks for { $asks }. Your organization is { $verified }, so its signature waits for a look of the coordinators before it is listed.
signatures-signed-by = Signed by
signatures-title = Title
signatures-stand-under = Stand under
signatures-shown-to-public = Shown to the public
signatures-shows-organization = The organization only
signatures-shows-representative = The organization and who signed for it
signatures-shows-nothing = Count us, and do not name us
signatures-ends-protection = Your organization is kept off this site’s public pages. To sign with its name ends that.
signatures-prepare-what = Somebody with authority in your organization gets a mail, reads the text and approves. Nothing is signed before.
signatures-prepare = Prepare the signature
signatures-you-declare = You declare it as { $name } ({ $role }), from { $email }. The organization’s people and the letter’s coordinators can read that, and every owner gets a mail; the public sees what you chose above.
signatures-sign-this = Sign this letter
signatures-can-withdraw = You can withdraw at any time, on this page.
signatures-line-waits = The list has a line that waits to be confirmed
signatures-line-ours = { $name } is us: confirm it. It keeps its place, and its name as it stands; you can change that afterwards.
signatures-line-another = { $name } is another organization: sign beside it.

# What was declared.
signatures-declares-signed = I am authorised to sign for { $organization }. I put its name under this letter, in exactly the text that was shown to me.
signatures-declares-approved = I am { $person } and authorised to sign for { $organization }. I put its name under this letter, in exactly the text that was shown to me.
signatures-declares-kept = I am authorised to sign for { $organization }. I keep its name under this letter, in exactly the changed text that was shown to me.
signatures-declares-prepared = I prepare the signature of { $organization }. It is given only by somebody else with authority.
signatures-role-owner = owner
signatures-role-signatory = signatory
signatures-role-member = member
signatures-declared-signed = { $person } signed on { $time }, revision { $revision }.
signatures-declared-prepared = { $person } prepared it on { $time }, revision { $revision }.
signatures-declared-approved = { $person } approved and gave it on { $time }, revision { $revision }.
signatures-declared-kept = { $person } kept it under the changed text on { $time }, revision { $revision }.
signatures-declared-by = { $name } ({ $role })
signatures-declared-by-from = { $name } ({ $role }, { $email })
signatures-somebody-erased = Somebody whose name is erased

# Where a signature stands.
signatures-waits-lead = It waits for a look of the letter’s coordinators
signatures-waits-off = { $lead }, and is not on the list and not counted until then. This letter asks for { $asks }. You get a mail about what they decide.
signatures-suspended-lead = It is suspended
signatures-suspended-off = { $lead }: on { $time } an owner said that it was not authorised. It is off the list and not counted until the letter’s coordinators have decided.
signatures-who-declared = Who declared what
signatures-you-confirmed = You have confirmed it. Another owner says that it was not authorised, so the letter’s coordinators decide.
signatures-confirm-what = If you know that it is authorised, confirm it. If it was you who said otherwise, it stands again at once.
signatures-confirm = Confirm the signature

# Withdrawing, and what an owner can say, from a mail.
signatures-was-withdrawn = The name of { $name } does not stand under this letter: it was withdrawn on { $time }.
signatures-was-delivered-before = What was delivered before stays as it was handed over. The letter’s coordinators have a mail, and know whom to tell.
signatures-can-come-back = You can come back while the letter is open. That takes signing in, so that nobody signs for you who only has this mail.
signatures-sign-in-and-sign = Sign in and sign again
signatures-has-signed-waits = { $name } has signed this letter. The signature waits for a look of the letter’s coordinators since { $time }; it is not on the list and not counted yet.
signatures-has-signed-suspended = { $name } has signed this letter. On { $time } an owner said that it was not authorised; it is off the list until the letter’s coordinators have decided.
signatures-leaves-at-once = The name leaves the list and the count at once.
signatures-leaves-a-trace = The letter is public, so its history says that the organization withdrew, and when.
signatures-leaves-no-trace = The letter is not public, and no trace of it will be.
signatures-leaves-delivered = What was delivered stays as it was handed over; the letter’s coordinators get a mail, and know whom to tell.
signatures-sign-in-see-letter = Sign in and see the letter
signatures-sign-in-see-signature = Sign in and see the signature
signatures-was-authorised = Was this authorised?
signatures-owner-of = You are an owner of { $name }, which has signed this letter:
signatures-not-authorised = This was not authorised
signatures-objection-does = The name leaves the list and the count at once. Whoever signed, your other owners and the letter’s coordinators get a mail; the coordinators decide whether it is put back, for which one of your owners has to confirm it, or taken off.
signatures-what-happened = What happened?
signatures-coordinators-read = The letter’s coordinators read it.
signatures-is-suspended = The signature is suspended
signatures-suspended-title = Suspended
signatures-objected = The name of { $name } is off the list and not counted. The letter’s coordinators have a mail, and decide. If it was a mistake, sign in and confirm the signature: then it stands again.

# Keeping or withdrawing.
signatures-question-over = The question is over
signatures-your-answer = Your answer
signatures-moved-again = The text was revised again while you were reading. This is what changed since you signed; please answer once more.
signatures-text-says-else = { $name } signed revision { $signed } of this letter. Its text is now revision { $current }, and it says something else.
signatures-keep-was-prepared = On { $time } somebody prepared that the signature is kept. It waits for another person with authority to approve it from the mail they got.
signatures-changed-since = What changed since you signed
signatures-coordinators-say = The coordinators say:
signatures-ended-by-delivery = The letter was delivered on { $time }, and that ended this question.
signatures-stayed-until-delivery = Nobody had answered, so the signature stands under revision { $revision } in what was handed over. It can still be withdrawn: that takes the name off the list on this site, and changes nothing in what was delivered.
signatures-date-was = The date for answers was { $time }. Nobody answered, so the signature stands under revision { $revision }, and readers see so.
signatures-can-still-answer = You can still answer.
signatures-can-only-withdraw = The letter can no longer be signed; the signature can be withdrawn.
signatures-answer-by-or-leave = Please answer by { $time }. If nobody does, the organization leaves the list.
signatures-answer-by-or-stay = Please answer by { $time }. If nobody does, the organization stays on the list, marked as having signed revision { $revision }.
signatures-keep = Keep the signature
signatures-keep-takes-two = Your organization wants two persons to every signature: to keep it is prepared here, and somebody else with authority approves it from a mail.
signatures-keep-declares = Whoever keeps it declares: { $words }
signatures-keep-does = Keeping puts the signature under the text as it stands (revision { $revision }).
signatures-withdraw-does = Withdrawing takes the name off the list.
signatures-kept = { $name } keeps its signature, under revision { $revision }.
signatures-has-withdrawn = { $name } has withdrawn its signature.
signatures-left-by-delivery = Nobody had answered, so { $name } does not stand under what was handed over.
signatures-left-by-silence = Nobody answered in time, so { $name } left the list.
signatures-stands-under = { $name } stands under revision { $revision }.
signatures-question-answered = This question is answered.
signatures-change-your-mind = To change your mind, { $here }.
signatures-change-your-mind-here = sign in and see the signature

# Names that are withheld.
signatures-withholding-protects = The public reads how many names are withheld, and nothing of yours. The coordinators of this letter can look your name up; each time they do is written down.
signatures-withholding-does-not = It does not protect from what is known already: who heard from you that you sign, or where your organization’s signature was public before.
signatures-withheld-by-coordinators = The coordinators of this letter withhold the name to protect your organization. To have it shown, ask them: they end that, and then you show it here.
signatures-show-name = Show the name
signatures-show-name-does = The name then stands on the list for everyone.
signatures-show-name-does-protected = The name then stands on the list for everyone, and your organization has a public page here again.
signatures-withhold-name = Withhold the name
signatures-withhold-name-does = The signature stays and is counted; the public reads that one more organization signed, and not which. The coordinators can look the name up; each time they do is written down.
signatures-withhold-name-public = The letter is public: copies that readers, search engines and those who got it have made keep the name.
signatures-withhold-name-delivered = It was delivered with the name; the delivered files are no longer offered here then, and the addressee has theirs.
signatures-names-withheld = { $count ->
    [one] 1 name is withheld. They are counted, and stand on no page but one. Each look at it is written into the letter’s log.
   *[other] { $count } names are withheld. They are counted, and stand on no page but one. Each look at it is written into the letter’s log.
}
signatures-look-up = { $count ->
    [one] Look up the name
   *[other] Look up the names
}
signatures-withheld-names = Withheld names
signatures-withheld-names-note = Only the coordinators of this letter see these names, and this look is in its log. Please copy them nowhere.
signatures-no-name-withheld = No name is withheld.
signatures-back-to-list = Back to the list
signatures-signed-on = signed on { $date }
signatures-listed-on = listed on { $date }, not confirmed
signatures-withheld-to-protect = Withheld by the coordinators, to protect it.
signatures-withheld-by-wish = Withheld by its own wish: only its own people can show it.
signatures-change = Change
signatures-counted-under = Counted under
signatures-move = Move
signatures-end-protection = End the protection
signatures-protect-reason = Reason to protect it, without its name
signatures-protect = Protect it, so that it cannot show itself alone
signatures-removal-reason = Reason, without its name
signatures-take-off = Take it off the list

# What is answered to the forms of signing.
signatures-note-withdrawn = The signature is withdrawn.
signatures-note-prepared = The signature is prepared. Those with authority in your organization have a mail to approve it from.
signatures-note-hidden = The name is withheld from here on: the signature is counted, and not named.
signatures-note-shown = The name is shown from here on.
signatures-note-authorised = You confirmed that the signature is authorised. It stands again.
signatures-note-confirmed = You confirmed that the signature is authorised. Another owner says it is not, so the letter’s coordinators decide.
signatures-note-suspended = The signature is suspended: off the list and not counted. The letter’s coordinators decide.
signatures-note-printed = Saved. The list shows it like this.
signatures-note-welcome = Your organization is verified, and you are signed in. Read the text, and sign below.
signatures-who-signs = Who signs? The name is missing.
signatures-tick-authority = Tick that you are authorised to sign for the organization.
signatures-say-whether-yours = Say whether the line of the list is your organization’s.
signatures-choose-display = Choose what is shown to the public.
signatures-not-the-shown-text = The text is not the one you were shown. Please read it as it stands above, and sign again.
signatures-not-the-shown-text-to-prepare = The text is not the one you were shown. Please read it as it stands above, and prepare again.
signatures-not-a-member = This coalition has not confirmed your organization. Choose another, or none.
signatures-signing-is-over = This letter can no longer be signed: its time for signing is over.
signatures-needs-two = In your organization a signature needs two persons. Load the page anew and prepare it; somebody else with authority then approves it.
signatures-not-yours-to-sign = You can sign for an organization in which you are an owner or a signatory.
signatures-not-yours-to-withdraw = You can withdraw for an organization in which you are an owner or a signatory.
signatures-not-yours-to-prepare = You can prepare a signature for an organization whose people you belong to.
signatures-not-yours-to-show = An owner or a signatory of the organization says what is shown of its signature.
signatures-not-yours-to-print = An owner or a signatory of the organization says how its name appears.
signatures-does-not-stand = This organization's name does not stand under this letter.
signatures-names-stay-closed = This letter can no longer be signed, and its names stay as they are. Ask its coordinators.
signatures-names-stay-delivered = This letter is delivered: its names stay as they are.
signatures-not-printed-at-all = This organization's name is withheld here: it is not printed at all.
signatures-does-not-stand-here = This organization’s name does not stand under this letter.
signatures-what-to-show-missing = The form does not say what is to be shown.
signatures-is-protected = The coordinators of this letter withhold the name to protect your organization. Ask them to end that; then you can show it here.
signatures-was-delivered-so = The letter was delivered like this, and what was handed over stays as it is.
signatures-ask-an-owner = In your organization two persons give a signature. To show its name again, ask an owner.
signatures-reconsent-link-over = This link asks nothing any more: it never existed, or the signature is no longer yours to answer for. Sign in to see where your organization stands.
signatures-answer-missing = The form does not say whether to keep or withdraw.
signatures-answer-over = The question is over: the letter was delivered, or its date has passed and it can no longer be signed. The signature stays under the revision it was given to; it can still be withdrawn.
signatures-link-leads-nowhere = The address may not be whole, or you do not act for this organization any more. Sign in to see where your organization stands.
signatures-link-used = It was used, and what you said counts. Sign in to see where the signature stands.
signatures-link-past = Its time is over, or the signature was given anew since. Look for the newest mail, or sign in.
signatures-objection-withdrawn = The signature is withdrawn, so its name stands under nothing.
signatures-nothing-to-confirm = Nobody says that this signature was not authorised: there is nothing to confirm.
signatures-said-very-often = This was said and taken back very often. The letter’s coordinators decide.
signatures-not-confirmed-yet = No owner of the organization has confirmed this signature yet. They can, on the letter’s page, when they are signed in.

# Preparing and approving.
signatures-signed-already = Your organization has signed this letter already.
signatures-nobody-to-approve = Nobody else in your organization has authority to sign, so there is nobody to approve it.
signatures-prepared-very-often = This was prepared very often. Those with authority have mails about it; ask them.
signatures-approval-leads-nowhere = The address may not be whole, or you have no authority for this organization any more.
signatures-approval-own = You have prepared this signature yourself: somebody else with authority has to approve it.
signatures-approval-approved = The signature is approved already, and given.
signatures-approval-refused = The signature was refused. It would have to be prepared again.
signatures-approval-over = A newer one was prepared, or this one has waited too long. Look for the newest mail.
signatures-approve-title = Approve a signature
signatures-approved-kept-title = Kept
signatures-approved-signed-title = Signed
signatures-approved-kept = The name of { $name } stands under the changed text of this letter.
signatures-approved-withheld = The name of { $name } is counted under this letter, and withheld.
signatures-approved-signed = The name of { $name } stands under this letter.
signatures-approval-not-a-member = The coalition that was chosen does not count your organization among its members any more. The signature has to be prepared again.
signatures-refused-title = Refused
signatures-refused = Nothing is signed. Whoever prepared it gets a mail.
signatures-about = What this is about
signatures-a-colleague = A colleague
signatures-would-keep = { $by } would keep the signature of { $name } under the changed text of this letter. It stays under the earlier text until you approve that.
signatures-has-prepared = { $by } has prepared the signature of { $name } under this letter. Nothing is signed until you approve it.
signatures-keep-confidential = Please keep it confidential until it is published.
signatures-changed-since-organization = What changed since your organization signed
signatures-approve = Approve the signature
signatures-approve-and-keep = Approve and keep
signatures-approve-and-sign = Approve and sign
signatures-approval-moved-title = The text has moved
signatures-approval-moved = The signature was prepared for an earlier text. What stands above is the text as it is: if your organization signs it, the signature has to be prepared again.
signatures-sign-in-and-sign-this = Sign in and sign this text
signatures-or-refuse = Or refuse
signatures-why = Why?
signatures-for-who-prepared = For whoever prepared it.
signatures-refuse = Refuse
signatures-fact-organization = Organization
signatures-country = Country
signatures-fact-shown = Shown
signatures-fact-shown-nothing = nothing but that one more organization signed: the name is withheld
signatures-fact-shown-representative = the organization and who signed for it
signatures-fact-shown-organization = the organization only
signatures-fact-under = Under
signatures-fact-prepared = Prepared
signatures-fact-text = Text
signatures-see-letter = See the letter

# The mails about a signature.
signatures-its-own = Your organization
signatures-its-own-inside = your organization
signatures-nameless = An organization whose name is withheld
signatures-mail-reason = The reason they gave: { $reason }
signatures-mail-they-say = They say: { $note }
signatures-mail-sign-again = While the letter is open, it can be signed again:
signatures-mail-see-signature = See the signature
signatures-mail-protected-subject = Your organization is no longer named: { $title }
signatures-mail-protected = a coordinator withholds the name of { $organization } under this letter, to protect it: { $title }
signatures-mail-protected-stays = The signature stays and is counted. To have the name shown, ask the coordinators: they end the protection, and then you show it there yourselves.
signatures-mail-copies-keep = Copies that were made before, by readers, search engines or those who got them by mail, keep the name.
signatures-mail-may-be-shown-subject = Your organization may be named again: { $title }
signatures-mail-may-be-shown = the coordinators no longer withhold the name of { $organization } under this letter: { $title }
signatures-mail-stays-withheld = It stays withheld until your organization shows it itself.
signatures-mail-see-or-show = See the signature, or show the name
signatures-mail-withdrawn-subject = { $name } has withdrawn its signature: { $title }
signatures-mail-withdrawn = the name of { $name } no longer stands under this letter: { $title }
signatures-mail-renamed-subject = { $name } appears under another name: { $title }
signatures-mail-renamed = a coordinator of this letter changed how the name of your organization is printed in it: { $title }
signatures-mail-before = Before: { $text }
signatures-mail-after = After: { $text }
signatures-mail-since-then = Since then: { $text }
signatures-mail-see-or-say-how = See the signature, or say how you would like to appear
signatures-mail-nothing-else = Nothing else changed, here or anywhere outside this letter.
signatures-mail-removed-subject = { $name } was taken off the list: { $title }
signatures-mail-removed = a coordinator took the name of { $name } off the list of this letter: { $title }
signatures-mail-please-confirm-subject = Please confirm that { $name } signs: { $title }
signatures-mail-please-confirm = A coordinator of this letter has put { $name } on its list of signatories, because somebody said yes for it: { $title }
signatures-mail-please-confirm-withheld = It is counted there, and its name is withheld. Please read the exact text, and sign it, or decline: then it is taken off the list.
signatures-mail-please-confirm-named = Until it is confirmed, the list says that it is not. Please read the exact text, and sign it, or decline: then the name is taken off the list.
signatures-mail-read-and-confirm = Read the letter and confirm
signatures-mail-link-of-organization = The link is for your organization alone; please do not pass it on to others.
signatures-mail-says-no-subject = { $name } does not sign: { $title }
signatures-mail-says-no = { $name } was listed as a signatory of this letter, was asked to confirm, and has declined: { $title }
signatures-mail-says-no-why = Its name is off the list. If it said why, the reason stands on the board of invitations:
signatures-mail-see-board = See the board
signatures-mail-corrected-subject = The text was corrected: { $title }
signatures-mail-corrected = the coordinators have corrected the text of a letter that { $name } signed: { $title }
signatures-mail-editorial = The change is editorial. Your signature stays, and there is nothing you have to do.
signatures-mail-nothing = (nothing)
signatures-mail-more-paragraphs = { $more ->
    [one] { $more } more paragraph changed.
   *[other] { $more } more paragraphs changed.
}
signatures-mail-see-change = See the change, word by word
signatures-mail-can-withdraw = If your organization cannot stand behind it, you can withdraw on the letter’s page.
signatures-mail-keep-subject = Keep or withdraw: { $title }
signatures-mail-keep-again-subject = Reminder: keep or withdraw: { $title }
signatures-mail-says-else = the text of a letter that { $name } signed has changed in what it says: { $title }
signatures-mail-coordinators-say = The coordinators say: { $note }
signatures-mail-answer-or-leave = Please answer by { $time }. If nobody answers until then, { $name } leaves the list.
signatures-mail-answer-or-stay = Please answer by { $time }. If nobody answers until then, { $name } stays on the list, marked as having signed the earlier revision.
signatures-mail-see-and-answer = See what changed, and keep or withdraw
signatures-mail-link-answers = The link is yours alone: whoever has it can answer for your organization.
signatures-mail-retracted-subject = Retracted: { $title }
signatures-mail-retracted = the coordinators have retracted a letter that { $name } signed: { $title }
signatures-mail-see-letter-and-signature = See the letter and your signature
signatures-mail-retracted-stays = Nobody signs it any more. Your organization’s name stays on its list, under this note; you can withdraw it there.
signatures-mail-left-subject = { $name } has left the list: { $title }
signatures-mail-left = nobody answered for { $name } whether it keeps its signature under the changed text, so its name no longer stands under this letter: { $title }
signatures-mail-left-delivered = the letter has been delivered before anybody answered for { $name } whether it keeps its signature under the changed text. So its name does not stand under the letter that was handed over: { $title }
signatures-mail-sign-after-delivery = If signing goes on, it can be signed again and stands under “Signed after delivery”:

# Mails about a signature that two persons give.
signatures-mail-approve-subject = Approve the signature of { $name }? { $title }
signatures-mail-approve-keep-subject = Keep the signature of { $name }? { $title }
signatures-mail-approve = { $by } has prepared the signature of { $name } under this letter: { $title }. Nothing is signed until somebody with authority approves it.
signatures-mail-approve-keep = { $by } would keep the signature of { $name } under the changed text of this letter: { $title }. It stays under the earlier text until somebody else with authority approves that.
signatures-mail-until = It can be signed until { $time }.
signatures-mail-read-and-decide = Read the text, and approve or refuse
signatures-mail-first-decides = The link is yours alone: do not pass this mail on. Whoever approves first decides.
signatures-mail-approved-subject = Approved: the signature of { $name } under { $title }
signatures-mail-not-approved-subject = Not approved: the signature of { $name } under { $title }
signatures-mail-approved = { $by } has approved what you prepared, and { $name } has signed this letter: { $title }
signatures-mail-approved-keep = { $by } has approved what you prepared, and { $name } keeps its signature under the changed text: { $title }
signatures-mail-not-approved = { $by } does not approve the signature of { $name } that you prepared, and nothing is signed: { $title }
signatures-mail-not-approved-keep = { $by } does not approve the signature of { $name } that you prepared, and it stays under the earlier text: { $title }

# Mails about who may sign.
signatures-mail-declared = { $person } ({ $role }, { $email }) declared on { $time }: “{ $words }”
signatures-mail-object = If this was not authorised, say so here; the name is off the list at once
signatures-mail-receipt = The receipt for this signature, to keep and to check
signatures-mail-kept-subject = { $name } keeps its signature: { $title }
signatures-mail-kept = { $person } has kept the signature of { $name } under the changed text of this letter: { $title }
signatures-mail-waits-subject = { $name } has signed, and waits for a coordinator: { $title }
signatures-mail-signed-subject = { $name } has signed: { $title }
signatures-mail-signed = { $person } has signed this letter for { $name }: { $title }
signatures-mail-is-withheld = The name is withheld: the public reads that one more organization signed, and not which. The coordinators of the letter can look it up, and each time they do is written down.
signatures-mail-waits = It is not on the list and not counted yet: a coordinator of the letter looks at it first, and you get a mail about what they decide.
signatures-mail-see-or-withdraw = See the signature, or withdraw it
signatures-mail-exactly = The signature is given to exactly this text (SHA-256): { $hash }
signatures-mail-links-yours = The links are yours alone: do not pass this mail on.
signatures-mail-see-case = See the case
signatures-mail-objection-subject = A signature is said not to be authorised: { $title }
signatures-mail-objection = an owner of an organization says that the signature in its name was not authorised. The organization: { $name }. It is off the list and not counted from now on. You decide whether it is put back, which takes the word of one of its owners, or taken off: { $title }
signatures-mail-objection-delivered = an owner of an organization says that the signature in its name was not authorised. The organization: { $name }. It is off the list and not counted from now on. You decide whether it is put back, which takes the word of one of its owners, or taken off: { $title }. The letter was delivered before; the page says who got it, and what was handed over stays as it is.
signatures-mail-suspended-subject = { $name }: the signature is suspended: { $title }
signatures-mail-suspended = { $person } has said, as an owner of your organization, that the signature under this letter was not authorised: { $title }
signatures-mail-suspended-until = The name is off the list and not counted until the letter’s coordinators have decided. If the signature is authorised, an owner can confirm it there.
signatures-mail-disagree-subject = Two owners disagree about a signature: { $title }
signatures-mail-disagree = of a signature that one owner says was not authorised, another owner says that it is. The organization: { $name }. It stays off the list until you decide.
signatures-mail-stands-again-subject = A signature stands again: { $title }
signatures-mail-nothing-to-decide = nobody says any more that this signature was not authorised; it stands again, and there is nothing to decide. The organization: { $name }.
signatures-mail-own-stands-again-subject = { $name }: the signature stands again: { $title }
signatures-mail-was-confirmed = { $person } has confirmed the signature under this letter, and it stands again: { $title }
signatures-mail-restored = the coordinators of this letter have put the signature back, because an owner confirmed it: { $title }
signatures-mail-taken-off-subject = { $name }: the signature is taken off: { $title }
signatures-mail-taken-off = the coordinators of this letter have taken the signature off, because an owner said that it was not authorised: { $title }
signatures-mail-left-after-delivery-subject = A signatory left after the delivery: { $title }
signatures-mail-left-after-delivery = a signatory has withdrawn after this letter was delivered: { $title }
signatures-mail-left-after-delivery-who = The organization: { $name }. What was handed over stays as it is. The page lists to whom, so that you can tell them.
signatures-mail-see-recipients = See who got the letter

# Mails about what waited for a coordinator.
signatures-mail-accepted-subject = { $name } is on the list: { $title }
signatures-mail-accepted = the signature of { $name } under this letter waited for a look, and is on its list: { $title }
signatures-mail-not-listed-subject = { $name } is not listed: { $title }
signatures-mail-not-listed = the coordinators of this letter have not put the signature of { $name } on its list: { $title }
signatures-mail-not-listed-next = The signature is taken back. While the letter is open, it can be given again:

# What waits for coordinators.
signatures-waits-look = { $count ->
    [one] 1 signature waits to be looked at
   *[other] { $count } signatures wait to be looked at
}
signatures-waits-cases = { $count ->
    [one] 1 is said not to be authorised
   *[other] { $count } are said not to be authorised
}
signatures-waits-both = { $look }; { $cases }
signatures-queue-title = What waits for you
signatures-queue-cases = Said not to be authorised
signatures-queue-no-cases = Nobody has said so of a signature.
signatures-queue-waiting = Signatures to look at
signatures-queue-asks = This letter asks for { $asks }. Whoever comes to be verified like that is listed without you.
signatures-queue-none-waits = None waits.
signatures-queue-warnings = Who on the list may be taken for others, and what readers report
signatures-verified-since = It is { $verified }, since { $time }.
signatures-verified-so = It is { $verified }.
signatures-may-be-another = It may be taken for another.
signatures-the-other = The other: { $name }.
signatures-reason = Reason
signatures-reason-hint = The organization’s owners and whoever signed read it by mail.
signatures-waited-since = It has waited since { $time }.
signatures-was-disputed-lead = An owner said that an earlier signature of this organization here was not authorised
signatures-was-disputed = { $lead }; it was taken off, and is given again by somebody else.
signatures-put-on-list = Put it on the list
signatures-refuse-it = Refuse it
signatures-take-it-off = Take it off
signatures-put-it-back = Put it back
signatures-off-since = The signature has been off the list since { $time }.
signatures-what-was-declared = What was declared
signatures-case-delivered = The letter was delivered with this name. What was handed over stays as it is; { $here }, to tell them.
signatures-case-delivered-here = see who got it
signatures-case-needs-owner = To put it back, one of the organization’s owners has to confirm it first, on the letter’s page.
signatures-an-owner = An owner
signatures-voice-objects = { $who } said that it was not authorised, on { $time }.
signatures-voice-confirms = { $who } confirmed that it is authorised, on { $time }.
signatures-decided = Decided
signatures-case-settled = Said not to be authorised; { $outcome } on { $time }.
signatures-entry-decided = Waited for a look; { $decision } on { $time }.
signatures-outcome-restored = put back on the list
signatures-outcome-removed = taken off the list
signatures-outcome-taken-back = taken back by who had said it
signatures-outcome-withdrawn = withdrawn by the organization
signatures-decision-accepted = accepted
signatures-decision-refused = refused
signatures-decision-risen = listed by itself: its verification is what the letter asks for
signatures-note-decided = Decided. The organization’s people get a mail with your reason.
signatures-say-why = Say why: the organization’s people read it.
signatures-decided-before = This was decided a moment before: { $what }. Nothing of yours was done.

# What the log says.
signatures-log-declined = It was asked to confirm, and declined.
signatures-log-revision = revision { $revision }
signatures-log-revision-delivery = revision { $revision }, until the delivery
signatures-log-reminded = { $count ->
    [one] { $count } who have not answered to revision { $revision }
   *[other] { $count } who have not answered to revision { $revision }
}
signatures-a-withheld-name = A name that is withheld
signatures-nameless-inside = an organization whose name is withheld

# What changes the list.
signatures-change-added-group = added a group
signatures-change-changed-group = changed a group
signatures-change-removed-group = removed a group
signatures-change-moved-group = moved a group
signatures-change-line = changed a line
signatures-change-footnote = changed a footnote
signatures-change-by-name = ordered the list by name
signatures-change-by-time = ordered the list by time of signing
signatures-change-by-hand = ordered the list by hand
signatures-change-order = put the list in order
signatures-change-moved = moved
signatures-change-took-off = took off the list
signatures-change-list = changed the list
signatures-change-about = { $done }: { $about }

# The list in the coordinators' hands.
signatures-list-title = The list of signatories
signatures-list-waits = { $waits }. { $look }.
signatures-list-waits-look = Look at what is not on the list
signatures-list-delivered = This letter is delivered: its list, its order and its numbers stay as they are. Those who signed since can still be looked after.
signatures-list-add-listed = Add a listed signatory
signatures-list-add-group = Add a group
signatures-list-no-headings = By this letter’s rule its list has no headings of groups; only late signatories and observers stand apart. Choose the headings { $here }.
signatures-list-no-headings-here = on the letter’s page
signatures-list-keys = To move a line, drag it by its handle { $handle }, or go to the handle with the Tab key and press { $up } or { $down }; { $home } and { $end } for the first and the last place under its heading, { $page_up } and { $page_down } for another heading. Every move is saved at once.
signatures-list-empty = No organization is on the list yet.
signatures-list-none-found = No name on the list has these words.
signatures-list-show-whole = Show the whole list
signatures-list-show-all = Show all
signatures-counted-listed = { $count ->
    [one] , { $count } of them listed and not confirmed
   *[other] , { $count } of them listed and not confirmed
}
signatures-counted-listed-all = { $count ->
    [one] , listed and not confirmed
   *[other] , all of them listed and not confirmed
}
signatures-counted-withheld = { $count ->
    [one] , { $count } of them with its name withheld
   *[other] , { $count } of them with their names withheld
}
signatures-counted-observers = { $count ->
    [one] , and { $count } observer
   *[other] , and { $count } observers
}
signatures-last-change = Last change: { $what }, { $by }, { $time }
signatures-last-change-by-nobody = Last change: { $what }, { $time }
signatures-undo = Undo
signatures-order = Order
signatures-order-name = By name
signatures-order-time = By time of signing
signatures-order-hand = By hand
signatures-find-name = Find a name
signatures-find = Find
signatures-headings = Headings of the list
signatures-no-heading = No heading
signatures-after-delivery = Signed after delivery
signatures-unnamed-group = An unnamed group
signatures-twice = Perhaps the same organization twice
signatures-not-the-same = Not the same
signatures-signed-here = signed here
signatures-listed-not-confirmed = listed, not confirmed
signatures-same-as = The same as { $name }
signatures-take-listed-off = Take the listed one off
signatures-take-listed-off-of = Take the listed one off: { $name }
signatures-footnotes = Footnotes
signatures-footnote-says = What { $sign } says
signatures-late-signatories = late signatories
signatures-observers-not-counted = observers, not counted
signatures-heading = Heading
signatures-change-or-remove = Change or remove
signatures-nobody-here = Nobody stands here.
signatures-withheld-here = { $count ->
    [one] { $count } name is withheld here.
   *[other] { $count } names are withheld here.
}
signatures-up = ↑ Up
signatures-down = ↓ Down
signatures-first = First
signatures-last = Last
signatures-move-up = Move { $name } up
signatures-move-down = Move { $name } down
signatures-move-first = Move { $name } to the first place
signatures-move-last = Move { $name } to the last place
signatures-to-place = To place
signatures-place-for = Place for { $name }, 1 to { $last }
signatures-on-behalf-of = { $count ->
    [one] on behalf of { $count } member
   *[other] on behalf of { $count } members
}
signatures-sorted-as-name = sorted as { $name }
signatures-note-saved = Saved.
signatures-note-undone = Undone.
signatures-note-listed = It is on the list, as listed and not confirmed.
signatures-note-asked = It is on the list, as listed and not confirmed. The organization is asked by mail to confirm.
signatures-note-not-asked = It is on the list. That address has answered its invitation already, so it was not asked again.
signatures-note-removed = It is off the list.
signatures-note-withheld = The name is withheld. Its signature is counted, and the organization is told.
signatures-note-protection-ended = The protection is ended. A listed name is shown again; an organization that signed shows its name itself, and is told that it may.
signatures-not-by-hand = This list is not ordered by hand. Choose “By hand” as its order first.
signatures-order-stays = This letter is delivered: the order of its list stays as it is.
signatures-move-unreadable = The form does not say whom to move where.
signatures-list-moved = The list has moved: somebody changed it after you had opened it. This is the list as it stands; your move was not made. Please make it again.
signatures-ordering-unreadable = The form does not say by what to order.
signatures-undo-other-first = Somebody changed the list after you had opened it. Look at it again, and undo what you mean.
signatures-undo-nothing = There is nothing left to undo.
signatures-undo-no-longer = This can no longer be undone: something that it touched was changed again since, or an organization has signed there.
signatures-undo-delivered = This letter was delivered since: its list stays as it is.
signatures-footnote-has-words = A footnote has words.
signatures-footnote-stays = This footnote stands at delivered lines, and stays as it is. Use another sign.

# Headings.
signatures-heading-title = A heading of the list
signatures-heading-new-title = A new heading of the list
signatures-name = Name
signatures-heading-name-hint = Empty for a group without a heading, or for the coalition’s own name.
signatures-heading-free = None: a free heading
signatures-heading-kind = What stands under it
signatures-heading-signatories = Signatories
signatures-heading-late = Late signatories, after the others
signatures-heading-observers = Observers, last and not counted
signatures-coalition = Coalition
signatures-heading-coalition-hint = Its members who sign choose to stand under this heading.
signatures-heading-remove-this = Remove this heading
signatures-heading-remove = Remove the heading
signatures-heading-signatories-stay = { $count ->
    [one] Its { $count } signatory stays on the list and stands without a heading.
   *[other] Its { $count } signatories stay on the list and stand without a heading.
}
signatures-heading-not-empty = { $count ->
    [one] One signatory stands under this heading. Say that it is to stand without a heading, and remove it then.
   *[other] { $count } signatories stand under this heading. Say that they are to stand without a heading, and remove it then.
}
signatures-no-such-coalition = There is no such coalition.
signatures-has-a-heading = This coalition has a heading in this letter already.
signatures-headings-stay = This letter is delivered: the headings of its list stay as they are.
signatures-heading-move-unreadable = The form does not say where to move the heading.
signatures-choose-kind = Choose what stands under this heading.
signatures-choose-heading = Choose a heading of this letter.

# A listed signatory.
signatures-listed-title = A listed signatory
signatures-listed-what = For an organization that said yes somewhere else, such as in a mail. It is shown as listed and not confirmed until it signs here.
signatures-listed-email-asked = It is asked by mail to confirm. The line becomes its signature when it does.
signatures-listed-email-kept = Kept for later: nobody is asked while the letter cannot be signed.
signatures-representative = Representative
signatures-listed-email = The organization’s address
signatures-listed-shows-name = The name, as listed and not confirmed
signatures-listed-shows-nothing = Count it, and do not name it
signatures-listed-who = Who said yes
signatures-listed-who-note = For coordinators only.
signatures-listed-who-name = Who
signatures-when = When
signatures-in-zone = In { $zone }.
signatures-note = Note
signatures-listed-evidence = The mail, or what else proves it
signatures-listed-evidence-size = (optional, up to 5 MB)
signatures-listed-add = Add to the list
signatures-said-by = Said by
signatures-address = Address
signatures-file = File
signatures-said-in-future = This is still to come. When did they say yes?
signatures-said-when = When did they say yes? A time looks like 2026-12-14T13:00.
signatures-said-who = Who said yes for it?
signatures-an-address = An address looks like name@example.org.
signatures-file-too-large = This file is larger than 5 MB. Send a smaller one, or none.
signatures-nothing-to-ask = This organization has signed here; there is nothing to confirm.
signatures-nobody-asked-now = This letter cannot be signed at the moment, so nobody is asked to.
signatures-address-answered = This address has answered its invitation already, or is asked about another line.
signatures-asked-enough = This address was asked in the last hours, or as often as anybody should be. Give them a little time; a call may do more.

# One line.
signatures-not-said = Not said
signatures-heading-is-late = { $name } (late signatories)
signatures-heading-is-observers = { $name } (observers)
signatures-line-signed = This organization has signed here.
signatures-line-listed = Listed by a coordinator; the organization has not confirmed.
signatures-line-own-name = Its own name is { $name }.
signatures-line-imported = As it stood in the imported list: { $name }
signatures-line-withhold = Withhold this name
signatures-line-withhold-does = To protect it: the public reads that one more organization signed, and not which.
signatures-line-withhold-listed = Coordinators can show it again.
signatures-line-withhold-signed = Its owners are told, with your reason; to show it again takes a coordinator and the organization.
signatures-line-withhold-copies = Copies that were made before keep the name.
signatures-line-withhold-reason-hint = Stays in the letter’s log. Do not name the organization in it.
signatures-line-take-off-signed = This organization signed here. Its owners are told by mail that its name was taken off, and why; it can sign again while the letter is open.
signatures-line-name-hint = In this letter only. The organization’s owners are told what changed.
signatures-sign-hint = *, †, ‡, § or a number.
signatures-sign-in-use = In use: { $signs }
signatures-sorted-as = Sorted as
signatures-sorted-as-hint = Where another name decides the order.
signatures-footnote-sign = Footnote sign
signatures-footnote-words = What the footnote says
signatures-footnote-words-hint = The same at every name with this sign.
signatures-line-ask = Ask the organization to confirm
signatures-line-ask-does = It gets a mail with a link, reads the exact text and signs; this line then becomes its signature.
signatures-ask = Ask
signatures-note-line-asked = The organization is asked by mail to confirm.
signatures-line-stays = This line is delivered: it stays as it is, with its number.
signatures-reason-names = This reason says whose name it is, and stays in the letter’s log. Say it without the name.
signatures-members-number = This is a number of members, such as 12.
signatures-choose-country = Choose a country from the list.
signatures-sign-is-short = A footnote’s sign is one character, or a number.
signatures-sign-needed = These words need a sign, such as *.
signatures-sign-without-words = This sign stands nowhere yet: say what it means.
signatures-footnote-delivered = This footnote stands at delivered lines. Use another sign.
signatures-say-why-removed = Say why: the organization signed here, and is told.
signatures-say-why-withheld = Say why: it stays in the letter’s log, and the organization is told.
signatures-own-wish = This organization wishes itself not to be named. Only its own people can show the name.

# What the script of the list says.
signatures-script-place = place { $at } of { $all } under { $heading }
signatures-script-moved = { $name }: { $place }
signatures-script-saved = { $name }: { $place }. Saved.
signatures-script-lost-one = Somebody else changed the list meanwhile. This is the list as it stands. Your move was not made: { $names }.
signatures-script-lost-many = Somebody else changed the list meanwhile. This is the list as it stands. Your { $count } moves were not made: { $names }.
signatures-script-again-one = Make it again
signatures-script-again-many = Make them again
signatures-script-leave = Leave it as it is
signatures-script-no-connection = there is no connection
signatures-script-signed-out = you are signed out
signatures-script-could-not = the site could not do it
signatures-script-not-saved-yours = Not saved: { $why }. The order on this page is yours; leave the page open.
signatures-script-save-now = Save it now
signatures-script-gone = { $names } or the heading is no longer there.
signatures-script-handle = Move { $name }
signatures-script-not-done = This could not be done.
signatures-script-not-saved = Not saved: there is no connection.
signatures-script-not-undone = This could not be undone.
signatures-script-load = Load the list anew
signatures-script-not-undone-connection = Not undone: there is no connection.
signatures-script-comma = ,
