"""Country packs: everything that is true of one country and not of the work, as data.

A pack is a folder of CSV files named after the country's ISO 3166-1 code in small letters; another country is another
folder with the same files. `load` gives it as one frozen `Country`.
"""

from kuzet.countries.country import Country as Country
from kuzet.countries.country import check as check
from kuzet.countries.country import codes as codes
from kuzet.countries.country import load as load
from kuzet.countries.records import ContextEvent as ContextEvent
from kuzet.countries.records import District as District
from kuzet.countries.records import ExchangeRate as ExchangeRate
from kuzet.countries.records import GivenName as GivenName
from kuzet.countries.records import Indicator as Indicator
from kuzet.countries.records import LawArticle as LawArticle
from kuzet.countries.records import LawCode as LawCode
from kuzet.countries.records import LegalChange as LegalChange
from kuzet.countries.records import MciRate as MciRate
from kuzet.countries.records import MoneyUnit as MoneyUnit
from kuzet.countries.records import Names as Names
from kuzet.countries.records import Notice as Notice
from kuzet.countries.records import Office as Office
from kuzet.countries.records import Outlet as Outlet
from kuzet.countries.records import Profile as Profile
from kuzet.countries.records import PublishedTotal as PublishedTotal
from kuzet.countries.records import Region as Region
from kuzet.countries.records import Settlement as Settlement
from kuzet.countries.records import SurnameEnding as SurnameEnding
from kuzet.countries.records import Words as Words
