"""News agencies as they sign reports and photographs."""

AGENCIES = (
    "AFP|AFP-JIJI|AP|ANI|Anadolu|Associated Press|Bloomberg|DPA|dpa|EFE|EPA|EPA-EFE|Getty Images"
    "|JIJI|Jiji Press|KCNA|Kyodo|Kyodo News|News1|Newsis|PTI|Reuters|REUTERS|TASS"
    "|The Associated Press"
    "|UPI|Xinhua|Yonhap|Yonhap News Agency|연합뉴스|뉴시스|뉴스1|共同|共同通信|時事|時事通信"
)
