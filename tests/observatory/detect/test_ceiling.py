"""The ceiling of a score is never below the score, and low where nothing speaks for an attack."""

from __future__ import annotations

import math

import pytest
from tests import mutations, readings
from tests.gates.reading import GOLDEN, LANGUAGES, PARTS

from kuzet.language.reading import acts, reading
from kuzet.language.vocabulary.models import UNTRAINED, shipped
from kuzet.observatory import detect
from kuzet.observatory.detect import ceiling

ROWS = [row for language in LANGUAGES for part in PARTS for row in readings.golden(GOLDEN / language, part)]
TEXTS = [*(row["text"] for row in ROWS[3::9]), *(text for _, text, _ in mutations.documents(ROWS, seed=5, wanted=60))]
WORDS = detect.vocabulary("kz")


def sentences(text):
    return reading.Draft(readings.document(text), WORDS).sentences()


def highest(text, models):
    """The highest log-odds of a scene that tells an act."""
    found = detect.read(readings.document(text), WORDS.trained(models))
    told = [each for score, scene, each in detect.weighed(found) if any(one.value > 0 for one in scene.acts)]
    return max((sum(one.points for one in each) - models.even for each in told), default=-math.inf)


@pytest.mark.parametrize("models", [shipped(), UNTRAINED], ids=["trained", "untrained"])
def test_no_scene_has_a_score_above_the_ceiling(models):
    above = [text for text in TEXTS if highest(text, models) > ceiling.odds(sentences(text), models) + 1e-9]
    assert above == []


VILLAGE = {
    "kk": "Шаруа қожалығының иесіне суды заңсыз пайдаланғаны үшін айыппұл салынды. Қатты желден кейін көшеттер қайта "
    "отырғызылды. Ауыл тұрғындары жаңа мектептің ашылуын күтіп отыр. Тыңайтқыш пен тұқым арзандады. Ауданда "
    "астық жинау аяқталды, диқандар жоспарды асыра орындады. Бұл туралы «Дала» газеті жазды.",
    "ru": "Вчера на юге области одного фермера оштрафовали за самовольный полив. После сильного ветра саженцы высадили "
    "заново. Жители села ждут открытия новой школы. Удобрения и семена подешевели. Уборка зерна в районе завершена, "
    "аграрии перевыполнили план, на элеваторы свезли больше пшеницы. Об этом написала газета «Степь».",
    "en": "The owner of a farm was fined for watering his fields at night. The seedlings were planted again after the "
    "strong wind. The village is waiting for its new school to open. Fertiliser and seed became cheaper. The "
    "harvest of grain is over in the district, and more wheat was brought in than last year.",
}


@pytest.mark.parametrize("text", VILLAGE.values(), ids=VILLAGE)
def test_a_fine_in_news_of_the_village_is_far_below_a_report(text):
    assert ceiling.odds(sentences(text), WORDS.models) < 0


@pytest.mark.parametrize(
    "text",
    [
        "Полиция «Қайнар» сайтының тілшісін ұстады.",
        "Полиция задержала корреспондента портала «Қайнар».",
        "Police detained a reporter for the Kainar website.",
    ],
    ids=LANGUAGES,
)
def test_a_report_is_not(text):
    assert ceiling.odds(sentences(text), WORDS.models) > 0


def test_where_no_act_is_told_there_is_nothing_to_weigh():
    assert ceiling.odds(sentences("The newspaper opened a library."), WORDS.models) == ceiling.NOBODY


def test_of_a_digest_which_has_several_scenes_nothing_is_said():
    text = "1. A driver was fined on Monday.\n2. A trader was detained on Tuesday."
    assert ceiling.odds(sentences(text), WORDS.models) == math.inf


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Журналиста вчера задержали.", True),
        ("вчера вечером там снова задержали Петрова.", True),
        ("вчера вечером там снова задержали водителя.", False),
        ("yesterday evening a driver was detained.", False),
        ("кеше кешке көлік жүргізушісі ұсталды.", False),
        ("кеше тілші ұсталды.", True),
    ],
)
def test_who_undergoes_an_act_may_be_a_media_worker_or_have_a_name(text, may):
    told = [(one, match) for one in sentences(text) for match in one.of("triggers")]
    assert any(acts.may_be_done_to_target(one, match) for one, match in told) == may


def test_nothing_is_read_of_news_whose_words_outweigh_its_acts():
    document = readings.document(f"{VILLAGE['ru']} Корреспондент газеты побывал на элеваторе.")
    assert detect.may_report(document.text, WORDS)
    assert detect.sift(document, WORDS).sentences == ()
