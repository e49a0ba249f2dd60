"""The coding form, made from the codebook: every question, its answers in rows, each with the words it rests on.

`CodingForm(asked, base, data)` shows the coding `base` (a machine's, or that of an incident) and reads what was sent;
`form.acted` tells that only a row was added or taken away; `form.is_valid()` checks; `form.coding(subject, coder, at)`
is the person's coding. What the form was given and got back unchanged keeps its quotation, rule and confidence.
"""

from kuzet.web.desk.form.asked import Asked as Asked
from kuzet.web.desk.form.coding import CodingForm as CodingForm
from kuzet.web.desk.form.coding import Texts as Texts
from kuzet.web.desk.form.simple import AttachForm as AttachForm
from kuzet.web.desk.form.simple import ReasonForm as ReasonForm
