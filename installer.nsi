; The Windows installer: copies a finished program folder, makes a shortcut, and takes away again only what it brought.
;
;   LC_ALL=C.UTF-8 makensis -WX -INPUTCHARSET UTF8 -DPAYLOAD=/absolute/path/of/dist/console installer.nsi
;
; PAYLOAD is the folder that holds console.exe and all it needs; -DFAST packs quickly instead of small; -DOUTFILE and
; -DVERSION name another result. What it installs is made elsewhere: see the README. It has been run silently under Wine
; (both scopes, upgrade, every refusal but 13 to 15, removal with and without the data), never on Windows.
;
;   setup.exe [/S] [/ALLUSERS | /CURRENTUSER] [/FORCE] [/D=C:\folder]     uninstall.exe [/S] [/PURGE]
;
; /S asks nothing; /FORCE lets an older version replace a newer one; /PURGE deletes this user's data too. Without a word
; on whom it is for, an earlier installation decides, else an administrator installs for all. Exit codes: 0 done,
; 1 ended by the user, 10 Windows too old, 11 program running, 12 newer version there, 13 files in use, 14 no
; administrator, 15 not copied, 16 folder of somebody else.
;
; Rule: everything the program consists of lies in $INSTDIR\app and is replaced as a whole or not at all; nothing beside
; it is deleted that was not brought. The operators' data lies in their own folders and outlives the program.

Unicode true
ManifestDPIAware true
RequestExecutionLevel highest
AllowRootDirInstall false
BrandingText " "
!ifdef FAST
    SetCompressor zlib
!else
    SetCompressor /SOLID lzma
    SetCompressorDictSize 32
!endif

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "nsDialogs.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define NAME "Điểm Cầu"
!define ID "DiemCau"
!define FOLDER "Diem Cau"
!define PROGRAM "console.exe"
!define PRODUCT_KEY "Software\${ID}"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define DATA "$LOCALAPPDATA\${ID}"
!define OLDEST_BUILD 17763 ; Windows 10 1809: Qt links to libraries that Windows has since then

!define EXIT_OLD_WINDOWS 10
!define EXIT_RUNNING 11
!define EXIT_NEWER_THERE 12
!define EXIT_IN_USE 13
!define EXIT_NO_ADMINISTRATOR 14
!define EXIT_NOT_COPIED 15
!define EXIT_FOREIGN_FOLDER 16

; One place holds the version.
!ifndef VERSION
    !searchparse /file "pyproject.toml" 'version = "' VERSION '"'
!endif
!ifndef PAYLOAD
    !error "Say where the program folder is: -DPAYLOAD=/absolute/path/of/dist/console"
!endif
!if ! /FileExists "${PAYLOAD}/${PROGRAM}"
    !error "There is no ${PROGRAM} in the program folder ${PAYLOAD}."
!endif
!ifndef OUTFILE
    !define OUTFILE "dist/diem-cau-${VERSION}-setup.exe"
!endif

Name "${NAME}"
OutFile "${OUTFILE}"
; No InstallDir: an empty $INSTDIR in .onInit means that no /D= was given.
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"

Var scope ; "all" or "user"
Var administrator ; "1" for one
Var forced ; "1" after /FORCE
Var radioAll
Var radioUser

; ---------------------------------------------------------------- pages and languages

!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${PRODUCT_KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION startAsUser
!define MUI_FINISHPAGE_RUN_TEXT "$(RUN_NOW)"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "LICENSE"
Page custom askScope takeScope
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

; The first language stands for all that have no words here.
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString RUN_NOW ${LANG_VIETNAMESE} "Mở ${NAME}"
LangString RUN_NOW ${LANG_ENGLISH} "Open ${NAME}"
LangString SCOPE_TITLE ${LANG_VIETNAMESE} "Cài đặt cho ai?"
LangString SCOPE_TITLE ${LANG_ENGLISH} "Who is it for?"
LangString SCOPE_TEXT ${LANG_VIETNAMESE} "Dữ liệu cuộc họp của mỗi người dùng luôn nằm trong thư mục riêng của người đó."
LangString SCOPE_TEXT ${LANG_ENGLISH} "The meeting data of each user always lies in that user's own folder."
LangString SCOPE_ALL ${LANG_VIETNAMESE} "Mọi người dùng máy này (cần quyền quản trị)"
LangString SCOPE_ALL ${LANG_ENGLISH} "All users of this machine (needs an administrator)"
LangString SCOPE_USER ${LANG_VIETNAMESE} "Chỉ tôi"
LangString SCOPE_USER ${LANG_ENGLISH} "Only me"
LangString OLD_WINDOWS ${LANG_VIETNAMESE} "Cần Windows 10 phiên bản 1809 (64 bit) trở lên."
LangString OLD_WINDOWS ${LANG_ENGLISH} "Windows 10 version 1809 (64 bit) or newer is needed."
LangString NO_ADMINISTRATOR ${LANG_VIETNAMESE} "Cần quyền quản trị để cài đặt hoặc gỡ bỏ cho mọi người dùng."
LangString NO_ADMINISTRATOR ${LANG_ENGLISH} "Installing or removing it for all users needs an administrator."
LangString NEWER_THERE ${LANG_VIETNAMESE} "Máy đã có phiên bản $0, mới hơn ${VERSION}. Thay bằng phiên bản cũ hơn?"
LangString NEWER_THERE ${LANG_ENGLISH} "Version $0 is installed, which is newer than ${VERSION}. Replace it by the older one?"
LangString RUNNING ${LANG_VIETNAMESE} "${NAME} đang chạy. Hãy kết thúc cuộc họp, đóng chương trình rồi thử lại."
LangString RUNNING ${LANG_ENGLISH} "${NAME} is running. End the meeting, close the program and try again."
LangString IN_USE ${LANG_VIETNAMESE} "Không thay được các tệp cũ vì có chương trình đang dùng. Hãy đóng chương trình đó rồi thử lại."
LangString IN_USE ${LANG_ENGLISH} "The old files cannot be replaced, for a program is using them. Close it and try again."
LangString NOT_COPIED ${LANG_VIETNAMESE} "Không chép được chương trình; phiên bản cũ (nếu có) được giữ nguyên. Hãy kiểm tra dung lượng đĩa."
LangString NOT_COPIED ${LANG_ENGLISH} "The program could not be copied; the old version, if any, is as it was. Check the room on the disk."
LangString FOREIGN_FOLDER ${LANG_VIETNAMESE} "Thư mục $INSTDIR\app chứa tệp của chương trình khác. Hãy chọn thư mục khác."
LangString FOREIGN_FOLDER ${LANG_ENGLISH} "The folder $INSTDIR\app holds files of something else. Choose another folder."
LangString PROGRAM_SECTION ${LANG_VIETNAMESE} "Chương trình"
LangString PROGRAM_SECTION ${LANG_ENGLISH} "Program"
LangString DATA_SECTION ${LANG_VIETNAMESE} "Xóa dữ liệu cuộc họp của tôi"
LangString DATA_SECTION ${LANG_ENGLISH} "Delete my meeting data"
LangString PROGRAM_HINT ${LANG_VIETNAMESE} "Gỡ chương trình. Nhật ký, danh sách điểm cầu và khóa ký được giữ lại."
LangString PROGRAM_HINT ${LANG_ENGLISH} "Removes the program. Logs, the list of sites and the signing key stay."
LangString DATA_HINT ${LANG_VIETNAMESE} "Xóa vĩnh viễn nhật ký, danh sách điểm cầu và khóa ký của người dùng này. Hãy bàn giao nhật ký trước."
LangString DATA_HINT ${LANG_ENGLISH} "Deletes this user's logs, list of sites and signing key for ever. Hand the logs over first."
LangString REALLY_DELETE ${LANG_VIETNAMESE} "Xóa vĩnh viễn toàn bộ dữ liệu trong ${DATA}?"
LangString REALLY_DELETE ${LANG_ENGLISH} "Delete everything in ${DATA} for ever?"

; ---------------------------------------------------------------- what both programs share

!macro stop CODE TEXT
    MessageBox MB_ICONSTOP "${TEXT}" /SD IDOK
    SetErrorLevel ${CODE}
    Quit
!macroend

; Everything written to SHCTX and the shell's folders belongs to all users or to this one.
!macro useScope UN
    Function ${UN}useScope
        ${If} $scope == "all"
            SetShellVarContext all
        ${Else}
            SetShellVarContext current
        ${EndIf}
    FunctionEnd

    Function ${UN}learnAdministrator
        UserInfo::GetAccountType
        Pop $0
        StrCpy $administrator ""
        ${If} $0 == "Admin"
            StrCpy $administrator "1"
        ${EndIf}
    FunctionEnd

    ; A running program keeps its file from being opened for writing.
    Function ${UN}refuseWhileRunning
        ${If} ${FileExists} "$INSTDIR\app\${PROGRAM}"
            ClearErrors
            FileOpen $0 "$INSTDIR\app\${PROGRAM}" a
            ${If} ${Errors}
                !insertmacro stop ${EXIT_RUNNING} "$(RUNNING)"
            ${EndIf}
            FileClose $0
        ${EndIf}
    FunctionEnd

    ; A folder that can be renamed is not in use: from here on nothing stands in the way of taking it away.
    Function ${UN}putAside
        ${If} ${FileExists} "$INSTDIR\app\*.*"
            RMDir /r "$INSTDIR\app.old"
            ClearErrors
            Rename "$INSTDIR\app" "$INSTDIR\app.old"
            ${If} ${Errors}
                !insertmacro stop ${EXIT_IN_USE} "$(IN_USE)"
            ${EndIf}
        ${EndIf}
    FunctionEnd
!macroend
!insertmacro useScope ""
!insertmacro useScope "un."

; ---------------------------------------------------------------- setup

Function .onInit
    SetRegView 64
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
        !insertmacro stop ${EXIT_OLD_WINDOWS} "$(OLD_WINDOWS)"
    ${EndIf}
    !insertmacro MUI_LANGDLL_DISPLAY
    Call learnAdministrator
    Call chooseScope
    Call useScope
    Call chooseFolder
FunctionEnd

Function chooseScope
    ${GetParameters} $R0
    StrCpy $forced ""
    ClearErrors
    ${GetOptions} $R0 "/FORCE" $0
    ${IfNot} ${Errors}
        StrCpy $forced "1"
    ${EndIf}
    ClearErrors
    ${GetOptions} $R0 "/ALLUSERS" $0
    ${IfNot} ${Errors}
        StrCpy $scope "all"
        ${If} $administrator == ""
            !insertmacro stop ${EXIT_NO_ADMINISTRATOR} "$(NO_ADMINISTRATOR)"
        ${EndIf}
        Return
    ${EndIf}
    ClearErrors
    ${GetOptions} $R0 "/CURRENTUSER" $0
    ${IfNot} ${Errors}
        StrCpy $scope "user"
        Return
    ${EndIf}
    ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
    ${If} $0 != ""
    ${OrIf} $administrator == ""
        StrCpy $scope "user"
    ${Else}
        StrCpy $scope "all"
    ${EndIf}
FunctionEnd

; Where /D= does not say: where it was, else where the system keeps programs.
Function chooseFolder
    ${If} $INSTDIR == ""
        Call ownFolder
    ${EndIf}
FunctionEnd

Function ownFolder
    ReadRegStr $INSTDIR SHCTX "${UNINSTALL_KEY}" "InstallLocation"
    ${If} $INSTDIR == ""
        ${If} $scope == "all"
            StrCpy $INSTDIR "$PROGRAMFILES64\${FOLDER}"
        ${Else}
            StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${FOLDER}"
        ${EndIf}
    ${EndIf}
FunctionEnd

Function askScope
    ${If} $administrator == ""
        Abort ; there is nothing to choose
    ${EndIf}
    !insertmacro MUI_HEADER_TEXT "$(SCOPE_TITLE)" "$(SCOPE_TEXT)"
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateRadioButton} 0 10u 100% 12u "$(SCOPE_ALL)"
    Pop $radioAll
    ${NSD_CreateRadioButton} 0 28u 100% 12u "$(SCOPE_USER)"
    Pop $radioUser
    ${If} $scope == "all"
        ${NSD_Check} $radioAll
    ${Else}
        ${NSD_Check} $radioUser
    ${EndIf}
    nsDialogs::Show
FunctionEnd

Function takeScope
    StrCpy $1 $scope
    ${NSD_GetState} $radioAll $0
    StrCpy $scope "user"
    ${If} $0 == ${BST_CHECKED}
        StrCpy $scope "all"
    ${EndIf}
    Call useScope
    ${If} $scope != $1
        Call ownFolder
    ${EndIf}
FunctionEnd

Function refuseNewer
    ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
    ${If} $0 == ""
    ${OrIf} $forced == "1"
        Return
    ${EndIf}
    ${VersionCompare} "$0" "${VERSION}" $1 ; 1: the first is newer (1.10.0 is newer than 1.2.0)
    ${If} $1 == 1
        MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(NEWER_THERE)" /SD IDNO IDYES replace
        SetErrorLevel ${EXIT_NEWER_THERE}
        Quit
        replace:
    ${EndIf}
FunctionEnd

Function refuseForeign
    ${If} ${FileExists} "$INSTDIR\app\*.*"
    ${AndIfNot} ${FileExists} "$INSTDIR\app\${PROGRAM}"
        !insertmacro stop ${EXIT_FOREIGN_FOLDER} "$(FOREIGN_FOLDER)"
    ${EndIf}
FunctionEnd

; What could not be finished is taken away, and what was put aside comes back.
Function restore
    SetOutPath "$INSTDIR"
    RMDir /r "$INSTDIR\app"
    Rename "$INSTDIR\app.old" "$INSTDIR\app"
    !insertmacro stop ${EXIT_NOT_COPIED} "$(NOT_COPIED)"
FunctionEnd

Section "-${NAME}"
    Call refuseNewer
    Call refuseForeign
    Call refuseWhileRunning
    Call putAside
    ClearErrors
    SetOutPath "$INSTDIR\app"
    SetOverwrite try ; tells by the error flag instead of asking, which nobody could answer with /S
    File /r "${PAYLOAD}/*.*"
    ${If} ${Errors}
        Call restore
    ${EndIf}
    SetOutPath "$INSTDIR"
    RMDir /r "$INSTDIR\app.old"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\app\${PROGRAM}"
    Call register
SectionEnd

Function register
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\app\${PROGRAM}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "Scope" "$scope"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
    ${GetSize} "$INSTDIR\app" "/S=0K" $0 $1 $2
    IntFmt $0 "0x%08X" $0
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" "$0"
    ; The uninstaller learns from its own folder for whom it was.
    WriteINIStr "$INSTDIR\installation.ini" "installation" "scope" "$scope"
FunctionEnd

; The shell starts it, so that it does not inherit the administrator from this program.
Function startAsUser
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\app\${PROGRAM}"'
FunctionEnd

; ---------------------------------------------------------------- uninstaller

Function un.onInit
    SetRegView 64
    !insertmacro MUI_UNGETLANGUAGE
    Call un.learnAdministrator
    ReadINIStr $scope "$INSTDIR\installation.ini" "installation" "scope"
    ${If} $scope == "all"
    ${AndIf} $administrator == ""
        !insertmacro stop ${EXIT_NO_ADMINISTRATOR} "$(NO_ADMINISTRATOR)"
    ${EndIf}
    Call un.useScope
    ${IfNot} ${FileExists} "$INSTDIR\app\${PROGRAM}"
    ${AndIf} ${FileExists} "$INSTDIR\app\*.*"
        !insertmacro stop ${EXIT_FOREIGN_FOLDER} "$(FOREIGN_FOLDER)"
    ${EndIf}
    Call un.selectPurge
FunctionEnd

Section "un.$(PROGRAM_SECTION)" PROGRAM_INDEX
    SectionIn RO
    Call un.refuseWhileRunning
    Call un.putAside
    RMDir /r "$INSTDIR\app.old"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey SHCTX "${UNINSTALL_KEY}"
    DeleteRegValue HKCU "${PRODUCT_KEY}" "InstallerLanguage"
    DeleteRegKey /ifempty HKCU "${PRODUCT_KEY}"
    Delete "$INSTDIR\installation.ini"
    Delete "$INSTDIR\uninstall.exe"
    ; Only if empty: the folder may hold what is not ours.
    RMDir "$INSTDIR"
SectionEnd

; Not ticked: logs are records that an office has to keep.
Section /o "un.$(DATA_SECTION)" DATA_INDEX
    SetShellVarContext current
    ${If} ${FileExists} "${DATA}\office.sqlite3"
        MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(REALLY_DELETE)" /SD IDYES IDNO kept
        RMDir /r "${DATA}"
        kept:
    ${EndIf}
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
    !insertmacro MUI_DESCRIPTION_TEXT ${PROGRAM_INDEX} "$(PROGRAM_HINT)"
    !insertmacro MUI_DESCRIPTION_TEXT ${DATA_INDEX} "$(DATA_HINT)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

; Below the sections, for it needs their numbers.
Function un.selectPurge
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/PURGE" $0
    ${IfNot} ${Errors}
        SectionSetFlags ${DATA_INDEX} ${SF_SELECTED}
    ${EndIf}
FunctionEnd
