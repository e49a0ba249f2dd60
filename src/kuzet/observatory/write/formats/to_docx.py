"""Report tree -> DOCX: named styles, real headings, captions, tables and bookmarks, so that an editor can go on."""

from __future__ import annotations

import io
from datetime import datetime
from itertools import chain, repeat
from typing import Any, Final

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from kuzet.observatory.write import annex, charts, tree
from kuzet.observatory.write.formats import docx_parts, docx_styles, tables, words
from kuzet.observatory.write.formats.docx_parts import run_in, xml
from kuzet.observatory.write.formats.docx_styles import ACCENT, WIDTH
from kuzet.observatory.write.seen import record, seen_docx

PALE: Final = "F1F5F8"


def render(report: tree.Report) -> bytes:
    """The report as DOCX bytes, the same for the same tree."""
    writer = _Writer(report)
    writer.cover()
    writer.contents()
    for block, number in tree.counted(report):
        writer.block(block, number)
    writer.chart_data()
    made = record.record(report, seen_docx.see(writer.document))
    seen_docx.attach(writer.document, record.written(made))
    moment = datetime(report.frozen.year, report.frozen.month, report.frozen.day)  # noqa: DTZ001 - zip knows no zone
    file = io.BytesIO()
    writer.document.save(file)
    return docx_styles.steady(file.getvalue(), moment)


class _Writer:
    """One document while it is written, from the first page to the last."""

    def __init__(self, report: tree.Report) -> None:
        self.report, self.words = report, words.load(report.language)
        self.document = docx.Document()
        self.marks = docx_parts.Bookmarks()
        self.anchors = frozenset(tree.anchors(report))
        docx_styles.prepare(self.document, report, self.words.locale)
        self.styles = {style.name: style.style_id for style in self.document.styles}
        package = self.document.part.package
        for key in [key for key, rel in package.rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
            del package.rels[key]  # the picture of an empty page that python-docx starts from

    # --- the pages before the text

    def cover(self) -> None:
        report, said = self.report, self.words
        self._say(report.publisher, "Subtitle").paragraph_format.space_after = Pt(120)
        self._say(report.title, "Title")
        self._say(report.subtitle, "Subtitle").paragraph_format.space_after = Pt(140)
        self._say(words.numbered(said.edition, report.edition), "Callout title").paragraph_format.left_indent = Pt(0)
        if report.warning:
            self._say(report.warning, "Callout title").paragraph_format.left_indent = Pt(0)
        for label, text in (
            (said.frozen, report.dated),
            (said.release, report.release),
            (said.digest, report.digest),
        ):
            self._say(f"{label}: {text}", "Remark").paragraph_format.space_after = Pt(0)
        for part in report.imprint:
            self.runs(part.runs, "Remark")
        self._footers()

    def _footers(self) -> None:
        section = self.document.sections[0]
        section.header.paragraphs[0].text = self.report.title
        if self.report.warning:
            section.header.add_paragraph(self.report.warning)
        foot = section.footer.paragraphs[0]
        foot.text = words.numbered(self.words.edition, self.report.edition) + "\t"
        foot.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        docx_parts.field(foot, "PAGE", "2")

    def contents(self) -> None:
        title = self._say(self.words.contents, "Contents title")
        title.paragraph_format.page_break_before = True
        entries = [(heading.level, heading.text, heading.anchor) for heading in tree.contents(self.report)]
        if tree.charts(self.report):
            entries.append((1, self.words.charts_data, "charts-data"))
        for place, (level, text, anchor) in enumerate(entries):
            line = self._say("", f"toc {level}")
            line.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
            if place == 0:
                docx_parts.begin_field(line, r'TOC \o "1-2" \h \z')
            run_in(docx_parts.link(line, f"#{anchor}"), line, f"{text}\t")
            docx_parts.field(line, f"PAGEREF {docx_parts.bookmark_name(anchor)} \\h", "")
            if place == len(entries) - 1:
                docx_parts.end_field(line)

    # --- blocks

    def block(self, block: tree.Block, number: int) -> None:
        match block:
            case tree.Heading():
                self.heading(block)
            case tree.Paragraph():
                self.runs(block.runs)
            case tree.Listing():
                self.listing(block)
            case tree.Table():
                self.table(block, self.words.table, number)
            case tree.Chart():
                self.chart(block, number)
            case tree.CaseList():
                self.cases(block)
            case tree.Callout():
                self.callout(block)
            case tree.FigureAnnex():
                self.notes()

    def heading(self, block: tree.Heading) -> None:
        line = self._say(block.text, f"Heading {block.level}")
        line.paragraph_format.page_break_before = block.annex or block == tree.headings(self.report)[0]
        self.marks.around(line, block.anchor)

    def listing(self, block: tree.Listing) -> None:
        style = "List Number" if block.ordered else "List Bullet"
        restart = docx_parts.new_numbering(self.document, style) if block.ordered else None
        for item in block.items:
            line = self.runs(item, style)
            if restart is not None:
                docx_parts.number_by(line, restart)

    def callout(self, block: tree.Callout) -> None:
        lines = [self._say(block.title, "Callout title")]
        for inner in block.blocks:
            lines += self._told(inner)
        lines[-1].paragraph_format.space_after = Pt(14)
        for line in lines:
            docx_parts.line(line, "left", ACCENT, 24)
            docx_parts.shade(line, PALE)

    def _told(self, block: tree.Paragraph | tree.Listing) -> list[Paragraph]:
        """The paragraphs of a callout; lists are marked by hand, since Word shades no hanging indent."""
        if isinstance(block, tree.Paragraph):
            return [self.runs(block.runs, "Callout")]
        signs = [f"{place}. " if block.ordered else "• " for place in range(1, len(block.items) + 1)]
        pairs = zip(signs, block.items, strict=True)
        return [self._fill(self._say(sign, "Callout"), item) for sign, item in pairs]

    def cases(self, block: tree.CaseList) -> None:
        for entry in block.entries:
            lines = [self._case_date(entry), self.runs(entry.runs, "Case")]
            self.marks.around(lines[0], entry.anchor)
            if entry.citations:
                lines.append(self._citations(entry))
            for line in lines:
                docx_parts.line(line, "left", "9DB8CC", 8)
                line.paragraph_format.keep_together = True
                line.paragraph_format.keep_with_next = line is not lines[-1]

    def _case_date(self, entry: tree.CaseEntry) -> Paragraph:
        line = self._say("", "Case date")
        line.add_run(entry.date).bold = True
        line.add_run(f" · {entry.place} · ")
        anchor = tree.incident_anchor(entry.incident)
        parent = docx_parts.link(line, f"#{anchor}") if anchor in self.anchors else xml(line)
        run_in(parent, line, entry.incident)
        return line

    def _citations(self, entry: tree.CaseEntry) -> Paragraph:
        line = self._say(f"{self.words.sources}: ", "Case date")
        line.paragraph_format.space_before = Pt(0)
        line.paragraph_format.keep_with_next = False
        for place, citation in enumerate(entry.citations):
            line.add_run("; " if place else "")
            self._fill(line, citation)
        return line

    def chart(self, block: tree.Chart, number: int) -> None:
        self.caption(self.words.chart, number, block.title)
        picture = self._say("", "Normal")
        picture.paragraph_format.keep_with_next = True
        run = picture.add_run()
        run.add_picture(io.BytesIO(charts.png(block.specs.wide)), width=WIDTH)
        docx_parts.describe(run, block.title, block.alt)
        self.marks.around(picture, block.name)
        source = self._say(f"{block.source}. ", "Remark")
        before, after = self.words.data_at.split("{n}")
        source.add_run(before)
        docx_parts.field(source, f"PAGEREF {docx_parts.bookmark_name(f'data-{block.name}')} \\h", "–")
        source.add_run(f"{after}.")

    def chart_data(self) -> None:
        """The data of all charts, after the annexes."""
        for block, number in tree.counted(self.report):
            if isinstance(block, tree.Chart):
                if number == 1:
                    anchor = "charts-data"
                    self.heading(tree.Heading(level=1, text=self.words.charts_data, anchor=anchor, annex=True))
                self.table(block.table, self.words.chart, number, block)

    # --- tables and captions

    def table(self, block: tree.Table, pattern: str, number: int, chart: tree.Chart | None = None) -> None:
        title = chart.title if chart else block.caption
        line = self._say(words.numbered(pattern, number) + ". " + title, "Caption") if chart else None
        line = line or self.caption(pattern, number, title)
        self.marks.around(line, f"data-{chart.name}" if chart else block.anchor)
        grid = self.document.add_table(rows=0, cols=len(block.head))
        docx_parts.dress(grid, title, [int(WIDTH * share) for share in tables.shares(block)])
        right, style = tables.numeric(block), "Small cell" if tables.dense(block) else "Cell"
        for anchor, row in zip(chain([""], block.anchors or repeat("")), (block.head, *block.rows), strict=False):
            self._row(grid.add_row(), row, right, anchor)
        docx_parts.set_cells(grid, self.styles[style])
        if tables.whole(block):
            docx_parts.keep(grid)
        self.runs(block.note, "Remark")

    def _row(self, row: Any, cells: tuple[tree.Runs, ...], right: frozenset[int], anchor: str) -> None:  # noqa: ANN401
        docx_parts.whole_row(row)
        for place, (cell, runs) in enumerate(zip(row.cells, cells, strict=True)):
            line = self._fill(cell.paragraphs[0], runs)
            if place in right:
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if place == 0:
                self.marks.around(line, anchor)

    def caption(self, pattern: str, number: int, title: str) -> Paragraph:
        """A caption whose number Word counts, so that an editor can add a table."""
        before, after = pattern.split("{n}")
        line = self._say(before, "Caption")
        docx_parts.field(line, f"SEQ {(before + after).strip(' -')} \\* ARABIC", str(number))
        line.add_run(f"{after}. {title}")
        return line

    # --- the annex of figures

    def notes(self) -> None:
        for entry in annex.entries(self.report):
            line = self._say(f"{entry.number}.\t", "Figure note")
            line.add_run(entry.text).bold = True
            line.add_run(f" {entry.question}. {entry.remark + '. ' if entry.remark else ''}")
            if entry.published:
                self._quiet(line, f"{self.words.published}: {', '.join(entry.published)}. ")
            self._basis(line, entry.counted, "")
            self._basis(line, entry.whole, f"{self.words.whole}: ")
            self.marks.around(line, f"figure-{entry.number}")

    def _basis(self, line: Paragraph, side: annex.Basis, label: str) -> None:
        if side.same:
            self._quiet(line, label)
            run_in(docx_parts.link(line, f"#figure-{side.same}"), line, words.numbered(self.words.same, side.same))
            self._quiet(line, ". ")
        elif side.ids:
            left = f" {words.numbered(self.words.more, side.left)}" if side.left else ""
            self._quiet(line, f"{label}{annex.told(side.ids)}{left}. ")

    def _quiet(self, line: Paragraph, text: str) -> None:
        run = line.add_run(text)
        run.font.size, run.font.color.rgb = Pt(7.5), RGBColor.from_string(docx_styles.QUIET)

    # --- runs

    def runs(self, runs: tree.Runs, style: str = "Normal") -> Paragraph:
        return self._fill(self._say("", style), runs)

    def _say(self, text: str, style: str) -> Paragraph:
        line = self.document.add_paragraph(text)
        xml(line).style = self.styles[style]
        return line

    def _fill(self, line: Paragraph, runs: tree.Runs) -> Paragraph:
        for run in tree.joined(runs):
            self._run(line, xml(line), run, {})
        return line

    def _run(self, line: Paragraph, parent: Any, run: tree.Run, look: dict[str, bool]) -> None:  # noqa: ANN401
        match run:
            case tree.Text():
                self._words(line, parent, run, look)
            case tree.Strong():
                self._inner(line, parent, run.runs, look | {"bold": True})
            case tree.Emphasis():
                self._inner(line, parent, run.runs, look | {"italic": True})
            case tree.Link():
                self._inner(line, docx_parts.link(line, run.target), run.runs, look | {"link": True})
            case tree.FigureRun():
                made = docx_parts.link(line, f"#figure-{run.number}")
                run_in(made, line, run.text).bold = look.get("bold")
                run_in(made, line, str(run.number)).font.superscript = True

    def _inner(self, line: Paragraph, parent: Any, runs: tree.Runs, look: dict[str, bool]) -> None:  # noqa: ANN401
        for run in tree.joined(runs):
            self._run(line, parent, run, look)

    def _words(self, line: Paragraph, parent: Any, run: tree.Text, look: dict[str, bool]) -> None:  # noqa: ANN401
        made = run_in(parent, line, run.text)
        made.bold, made.italic = look.get("bold"), look.get("italic")
        if look.get("link"):
            made.font.color.rgb, made.font.underline = RGBColor.from_string(ACCENT), True
        if run.language:
            docx_parts.speak(made, run.language)
