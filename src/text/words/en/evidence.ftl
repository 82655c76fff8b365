# The words of evidence.
evidence-verification-title = How to check a list and a receipt
evidence-verification-lead = You need not believe this site. What it says of who signed what, and when, can be checked.
evidence-log-title = The log of a letter
evidence-log = From the moment a letter is public, every change that its readers can see is written into a log of its own: the text’s revisions by their SHA-256, each signature, each withdrawal, the delivery. The log is a Merkle tree, as in Certificate Transparency (RFC 9162): a leaf is hashed after a zero byte, two hashes together after a one. After each change the installation signs how large the tree is and what its root is: a checkpoint.
evidence-log-keep = Keep a checkpoint, from the page “How to check this list” of the letter. Whenever you like, ask for the proof that the log of today begins with the one of your checkpoint. If anything before it was changed, added or left out, there is no such proof.
evidence-names-title = Names in the log
evidence-names = A leaf does not name the organization. It commits to it: the SHA-256 of 32 random bytes and of the line in its canonical form (RFC 8785). For names that are public, those bytes and the line stand beside the leaf, so that anyone can check them. For a name that is withheld for its safety they do not, and if one has to be erased they are destroyed. The leaf and every proof stay as they are.
evidence-receipts-title = Receipts
evidence-receipts-what = An organization that signs gets a receipt: its name, the letter, the exact text by its SHA-256, the time, and how many names stood on the list with it. The installation signs the receipt’s canonical form. Once the letter is public, the receipt carries the proof that the log has it.
evidence-receipts-program = The program that runs this site checks receipts without asking any server:
evidence-receipts-own-program = All of it is written in public standards, so that you can check with a program of your own; its source has one in Python, of a few pages, that uses nothing of ours.
evidence-addresses-title = Addresses
evidence-address-checkpoint = The latest checkpoint, a signed note (C2SP tlog-checkpoint).
evidence-address-leaves = The leaves, exactly as they are hashed, and what opens them.
evidence-address-inclusion = That a leaf is in the tree of that size.
evidence-address-consistency = That the larger tree begins with the smaller.
evidence-address-keys = The keys, as a set by RFC 7517.
evidence-keys-title = Keys of this installation
evidence-keys = Ed25519. Keys that no longer sign stay here, because what they signed stays signed.
evidence-key-until = since { $from }, until { $until }
evidence-key-now = since { $from }, signs now
evidence-key-thumbprint = thumbprint { $id }
evidence-limits-title = What this does not prove
evidence-limits = That a signature was given by somebody who may give it: how each organization was verified stands beside its name. That nothing happened before the letter was public: of that time the log says nothing, and means to. And a log that nobody has kept a checkpoint of could be written anew as a whole. So keep one.
# Receipts of somebody's organizations.
evidence-receipts-all = All receipts
evidence-receipts-lead = For each signature of your organizations: what was signed and when, in a file that { $check }.
evidence-receipts-check = anyone can check
evidence-receipts-none = None yet. There is one as soon as your organization signs.
evidence-receipts-download = Download
evidence-receipts-download-of = Download the receipt: { $title }
evidence-receipt = Receipt
evidence-receipt-signed = { $name } put its name under “{ $title }”.
evidence-receipt-kept = { $name } kept its name under “{ $title }”.
evidence-receipt-when = When
evidence-receipt-letter = Letter
evidence-receipt-text = Text
evidence-receipt-text-is = Revision { $number }, SHA-256 { $hash }
evidence-receipt-position = Position
evidence-receipt-position-is = { $count ->
    [one] The list had one name with it.
   *[other] The list had { $count } names with it.
}
evidence-receipt-listed = Listed
evidence-receipt-awaits = Not yet: it waits for a coordinator.
evidence-receipt-withheld = Counted; the name is withheld for its safety.
evidence-receipt-by-name = By name.
evidence-receipt-in-log = In the log
evidence-receipt-leaf = Leaf { $index }.
evidence-receipt-list = How to check the list
evidence-receipt-no-log = Not yet. The log begins when the letter is public; then this page and the file have the proof, unless the signature was withdrawn or given anew before that.
evidence-receipt-key = Signed with
evidence-receipt-download = Download the receipt
evidence-receipt-check = How to check it
evidence-receipt-keep-safe = The receipt has the organization’s name in it. Keep it where only you can read it.
evidence-receipt-others = Other receipts for this signature
evidence-receipt-event = For event { $event }
# What programs are told that ask for what is not there.
evidence-no-leaves = from and limit are whole numbers, and limit is at least 1.
evidence-no-inclusion = leaf and size are whole numbers; leaf is below size, and size is no larger than the log.
evidence-no-consistency = from and to are whole numbers; from is at least 1 and no larger than to, and to is no larger than the log.
