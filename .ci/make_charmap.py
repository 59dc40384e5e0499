"""Write checker/charmap.py from OpenCC's dictionary and the groups below (run by hand, needs `pip install opencc`)."""

from pathlib import Path

import opencc

# Characters that scanning and typing confuse; the first of a group stands for all. Groups hold only characters that
# look alike at the size of print, and no pair whose members tell two phrases of the field apart.
CONFUSABLE = [
    "未末", "己已巳", "责贵", "法怯", "土士", "日曰", "人入", "千干", "大太犬", "午牛", "析折拆", "候侯", "薄簿",
    "裁栽载", "住往", "拔拨", "赢羸", "辩辨辫", "睛晴", "博搏", "墓幕慕", "戌戊戍", "免兔", "乌鸟", "自白", "王玉",
    "问间", "开井", "话活", "治冶", "刺剌", "审宙", "程桯", "账帐", "历厉", "题题", "哀衰", "孤狐", "胁协", "抡抢",
    "股般", "官宫", "准淮", "竞竟", "徒徙", "遣遗", "券卷", "暑署", "侍待", "织炽", "级圾", "录彔", "执扒", "度庋",
    "全金", "政攻", "记纪",
]  # fmt: skip


def main() -> None:
    convert = opencc.OpenCC("t2s").convert
    pairs: dict[str, str] = {}
    for point in range(0x3400, 0xA000):
        char = chr(point)
        simple = convert(char)
        if simple != char and len(simple) == 1:
            pairs[char] = simple
    pairs["瞭"] = "了"
    confusable = {other: group[0] for group in CONFUSABLE for other in group[1:] if other != group[0]}
    lines = [
        '"""Character tables for `checker.text`, as pairs of strings of equal length. Made by .ci/make_charmap.py; not edited by hand.',  # noqa: E501
        "",
        "TRADITIONAL and SIMPLIFIED come from OpenCC's TSCharacters dictionary (Apache-2.0); CONFUSED and MEANT are our own.",  # noqa: E501
        '"""',
        "",
        "from typing import Final",
        "",
    ]
    for name, chars in (
        ("TRADITIONAL", pairs.keys()),
        ("SIMPLIFIED", pairs.values()),
        ("CONFUSED", confusable.keys()),
        ("MEANT", confusable.values()),
    ):
        text = "".join(chars)
        lines.append(f"{name}: Final = (")
        lines += [f'    "{text[i : i + 60]}"' for i in range(0, len(text), 60)]
        lines.append(")")
    target = Path(__file__).parents[1] / "checker" / "charmap.py"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
