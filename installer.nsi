; The Windows installer: copies a finished program folder, makes a shortcut, and takes away again only what it brought.
;
;   makensis -WX -INPUTCHARSET UTF8 -DPAYLOAD=/absolute/path/of/dist/console installer.nsi
;
; PAYLOAD is the folder that holds console.exe and all it needs. Building that folder, signing, upgrades that keep a way
; back and the firewall rule are not here yet. This script has been compiled; it has never been run on Windows.
;
; Rule: everything the program consists of lies in $INSTDIR\app. The operator's data lies elsewhere and is never touched.

Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel admin

!include "MUI2.nsh"
!include "x64.nsh"
!include "WinVer.nsh"

!define NAME "Điểm Cầu"
!define ID "DiemCau"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"

; One place holds the version.
!searchparse /file "pyproject.toml" 'version = "' VERSION '"'

!ifndef PAYLOAD
    !error "Say where the program folder is: -DPAYLOAD=/absolute/path/of/dist/console"
!endif
!ifndef OUTFILE
    !define OUTFILE "dist/diem-cau-${VERSION}-setup.exe"
!endif

Name "${NAME}"
OutFile "${OUTFILE}"
InstallDir "$PROGRAMFILES64\Diem Cau"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"

!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString NEEDS_WINDOWS ${LANG_VIETNAMESE} "Cần Windows 10 phiên bản 1809 (64 bit) trở lên."
LangString NEEDS_WINDOWS ${LANG_ENGLISH} "Windows 10 version 1809 (64 bit) or newer is needed."
LangString STILL_RUNNING ${LANG_VIETNAMESE} "Không thay được tệp cũ. Hãy đóng ${NAME} rồi thử lại."
LangString STILL_RUNNING ${LANG_ENGLISH} "The old files cannot be replaced. Close ${NAME} and try again."

Function .onInit
    SetRegView 64
    ; Qt links to libraries that Windows has since build 17763.
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastBuild} 17763
        MessageBox MB_ICONSTOP "$(NEEDS_WINDOWS)" /SD IDOK
        SetErrorLevel 10
        Quit
    ${EndIf}
FunctionEnd

Function un.onInit
    SetRegView 64
FunctionEnd

Section "${NAME}"
    SetShellVarContext all
    ; A folder that can be renamed is not in use; files of an older version do not stay behind.
    ${If} ${FileExists} "$INSTDIR\app\*.*"
        RMDir /r "$INSTDIR\app.old"
        ClearErrors
        Rename "$INSTDIR\app" "$INSTDIR\app.old"
        ${If} ${Errors}
            MessageBox MB_ICONSTOP "$(STILL_RUNNING)" /SD IDOK
            SetErrorLevel 13
            Quit
        ${EndIf}
    ${EndIf}
    SetOutPath "$INSTDIR\app"
    File /r "${PAYLOAD}/*.*"
    RMDir /r "$INSTDIR\app.old"

    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\app\console.exe"
    WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
    WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKLM "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKLM "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
    SetShellVarContext all
    ClearErrors
    Rename "$INSTDIR\app" "$INSTDIR\app.old"
    ${If} ${Errors}
        MessageBox MB_ICONSTOP "$(STILL_RUNNING)" /SD IDOK
        SetErrorLevel 13
        Quit
    ${EndIf}
    RMDir /r "$INSTDIR\app.old"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey HKLM "${UNINSTALL_KEY}"
    Delete "$INSTDIR\uninstall.exe"
    ; Only if empty: the folder may hold what is not ours.
    RMDir "$INSTDIR"
SectionEnd
