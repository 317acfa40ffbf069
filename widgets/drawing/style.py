"""The look of Qt's own controls (dialogs, menus, fields), set once for the program.

Rule: painted widgets never use style sheets; only controls that Qt draws itself get one.
"""

from importlib import resources

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from widgets.drawing import theme
from widgets.drawing.fonts import load_fonts


def dress(application: QApplication) -> list[str]:
    """Gives the program its typeface, palette and controls; returns the names of faces that are missing."""
    missing = load_fonts()
    application.setStyle("Fusion")
    colour_controls(application)
    return missing


def colour_controls(application: QApplication) -> None:
    """Gives Qt's own controls the colours of the theme as they are now."""
    application.setPalette(_palette())
    application.setStyleSheet(_sheet())


def _picture(name: str) -> str:
    """Returns the path of a picture as a style sheet takes it."""
    return str(resources.files("resources") / "pictures" / name).replace("\\", "/")


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.BACKGROUND,
        QPalette.ColorRole.WindowText: theme.TEXT,
        QPalette.ColorRole.Base: theme.PLATE,
        QPalette.ColorRole.AlternateBase: theme.PANEL,
        QPalette.ColorRole.Text: theme.TEXT,
        QPalette.ColorRole.Button: theme.PLATE,
        QPalette.ColorRole.ButtonText: theme.TEXT,
        QPalette.ColorRole.Highlight: theme.SELECT,
        QPalette.ColorRole.HighlightedText: theme.ON_PRIMARY,
        QPalette.ColorRole.PlaceholderText: theme.FAINT,
        QPalette.ColorRole.ToolTipBase: theme.RAISED,
        QPalette.ColorRole.ToolTipText: theme.TEXT,
    }
    for role, colour in roles.items():
        palette.setColor(role, colour)
    return palette


def _sheet() -> str:
    name = {
        key: getattr(theme, key).name()
        for key in ("PANEL", "PLATE", "RAISED", "EDGE", "TEXT", "DIM", "FAINT", "OFF", "SELECT", "LINE", "ON_PRIMARY")
    }
    return f"""
    QDialog {{ background: {name["PANEL"]}; }}
    QLineEdit, QComboBox, QListWidget, QPlainTextEdit {{ background: {name["PLATE"]}; color: {name["TEXT"]};
        border: 1px solid {name["EDGE"]}; border-radius: 6px; padding: 7px 10px; font-size: 15px; }}
    QLineEdit:focus, QListWidget:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {name["SELECT"]}; }}
    QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ background: {name["PANEL"]};
        color: {name["DIM"]}; border: 1px solid {name["LINE"]}; }}
    QListWidget::item {{ padding: 5px; }}
    QListWidget::item:selected {{ background: {name["RAISED"]}; color: {name["TEXT"]}; }}
    QPushButton {{ background: {name["PLATE"]}; color: {name["TEXT"]}; border: 1px solid {name["EDGE"]};
        border-radius: 8px; padding: 0 18px; min-height: 40px; font-size: 15px; font-weight: 600; }}
    QPushButton:default {{ background: {name["TEXT"]}; color: {name["ON_PRIMARY"]}; }}
    QPushButton:focus {{ border: 2px solid {name["SELECT"]}; }}
    QPushButton:checked {{ border: 2px solid {name["SELECT"]}; background: {name["RAISED"]}; }}
    QPushButton:disabled {{ color: {name["OFF"]}; }}
    QComboBox::drop-down {{ border: none; width: 26px; }}
    QComboBox::down-arrow {{ image: url("{_picture("opens-below.svg")}"); width: 12px; height: 8px; }}
    QTableView {{ background: {name["PANEL"]}; alternate-background-color: {name["PLATE"]}; color: {name["TEXT"]};
        border: 1px solid {name["EDGE"]}; border-radius: 6px; selection-background-color: {name["RAISED"]};
        selection-color: {name["TEXT"]}; outline: none; }}
    QTableView:focus {{ border: 2px solid {name["SELECT"]}; }}
    QTableView::item {{ padding: 0 8px; }}
    QTableView::item:selected {{ background: {name["RAISED"]}; border-bottom: 2px solid {name["SELECT"]}; }}
    QHeaderView {{ background: {name["PANEL"]}; border: none; }}
    QHeaderView::section {{ background: {name["PANEL"]}; color: {name["DIM"]}; border: none; padding: 8px;
        border-bottom: 1px solid {name["EDGE"]}; font-size: 13px; font-weight: 600; }}
    QSplitter::handle {{ background: transparent; }}
    QRadioButton::indicator, QListWidget::indicator, QCheckBox::indicator {{ width: 16px; height: 16px;
        border: 1px solid {name["FAINT"]}; background: {name["PANEL"]}; }}
    QRadioButton::indicator {{ border-radius: 9px; }}
    QListWidget::indicator, QCheckBox::indicator {{ border-radius: 4px; }}
    QCheckBox {{ spacing: 10px; font-size: 15px; }}
    QCheckBox:focus {{ color: {name["SELECT"]}; }}
    QRadioButton::indicator:checked, QListWidget::indicator:checked, QCheckBox::indicator:checked {{
        background: {name["SELECT"]}; border: 3px solid {name["TEXT"]}; width: 12px; height: 12px; }}
    QRadioButton {{ spacing: 10px; }}
    QScrollBar:vertical {{ background: {name["PANEL"]}; width: 12px; }}
    QScrollBar::handle:vertical {{ background: {name["EDGE"]}; border-radius: 5px; min-height: 36px; margin: 1px; }}
    QScrollBar:horizontal {{ background: {name["PANEL"]}; height: 12px; }}
    QScrollBar::handle:horizontal {{ background: {name["EDGE"]}; border-radius: 5px; min-width: 36px; margin: 1px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QMenu {{ background: {name["RAISED"]}; color: {name["TEXT"]}; border: 1px solid {name["EDGE"]}; padding: 6px; }}
    QMenu::item {{ padding: 9px 26px; border-radius: 5px; font-size: 14px; }}
    QMenu::item:selected {{ background: {name["EDGE"]}; }}
    QMenu::item:disabled {{ color: {name["OFF"]}; }}
    QMenu::separator {{ height: 1px; background: {name["LINE"]}; margin: 5px 8px; }}
    QToolTip {{ background: {name["RAISED"]}; color: {name["TEXT"]}; border: 1px solid {name["EDGE"]}; padding: 5px; }}
    """
